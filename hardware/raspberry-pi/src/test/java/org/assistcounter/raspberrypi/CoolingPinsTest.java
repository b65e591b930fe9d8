package org.assistcounter.raspberrypi;

import static org.assertj.core.api.Assertions.assertThat;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.i2c.I2C;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalOutputProvider;
import com.pi4j.plugin.mock.provider.i2c.MockI2CProvider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.assistcounter.devices.climate.ClimateBytes;
import org.assistcounter.devices.climate.ClimateEvent;
import org.assistcounter.devices.climate.ClimateLines;
import org.assistcounter.devices.climate.ClimateOutputs;
import org.assistcounter.devices.climate.ClimatePins;
import org.assistcounter.devices.climate.ClimateSettings;
import org.assistcounter.devices.climate.Ds18b20;
import org.assistcounter.devices.climate.SensorReading;
import org.assistcounter.devices.line.Backoff;
import org.assistcounter.devices.line.LineRunner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A cooled compartment on Pi4J's mock pins, with the kernel's files in a folder. */
class CoolingPinsTest {

    private static final ClimatePins ONE = ClimatePins.USUAL;

    /** 4.0625 degrees: 65 sixteenths. */
    private static final String COLD =
            """
            41 00 4b 46 7f ff 0c 10 c2 : crc=c2 YES
            41 00 4b 46 7f ff 0c 10 c2 t=4062
            """;

    @TempDir private Path bus;
    private final Context pi4j =
            Pi4J.newContextBuilder()
                    .noAutoDetect()
                    .add(MockDigitalOutputProvider.newInstance(), MockI2CProvider.newInstance())
                    .disableShutdownHook()
                    .build();

    @AfterEach
    void shutDown() {
        pi4j.shutdown();
    }

    @Test
    void carriesTheKernelsTextToTheDriver() throws Exception {
        plug("28-0001", COLD);

        assertThat(firstReport(ONE).airMilli()).isEqualTo(OptionalInt.of(4_062));
    }

    @Test
    void givesNothingWhenAThermometerIsMissing() throws Exception {
        plug("28-0001", COLD);

        ClimateEvent.Reported report = firstReport(new ClimatePins(17, 27, 22, 2, 0));

        assertThat(report.airMilli()).isEmpty();
        assertThat(report.fault()).startsWith("air1: ");
    }

    @Test
    void givesNothingWhenAnUnwantedThermometerIsThere() throws Exception {
        plug("28-0001", COLD);
        plug("28-0002", COLD);

        assertThat(firstReport(ONE).airMilli()).isEmpty();
    }

    /** The kernel's folder is the bus: what its faults look like there, in the middle of a run. */
    @ParameterizedTest
    @EnumSource
    void namesABadMomentOfTheBusAndMeasuresAgain(BadMoment moment) throws Exception {
        plug("28-0001", COLD);
        KernelThermometer probe = new KernelThermometer(bus, 0, 1);
        Path file = bus.resolve("28-0001").resolve("w1_slave");
        assertThat(reading(probe)).isEqualTo(new SensorReading.Measured(4_062));

        switch (moment) {
            case BYTES_DROPPED -> Files.writeString(file, COLD.replace("4b 46 ", ""));
            case BROKEN_OFF -> Files.writeString(file, COLD.substring(0, 20));
            case BEFORE_THE_REST_OF_IT -> Files.writeString(file, "");
            case DOUBLED -> Files.writeString(file, COLD.lines().findFirst().orElse("") + COLD);
            case WRONG_BIT -> Files.writeString(file, COLD.replace("41 00", "43 00"));
            case PULLED_OUT -> Files.delete(file);
        }
        assertThat(reading(probe)).isInstanceOf(SensorReading.Unusable.class);

        Files.writeString(file, COLD);
        assertThat(reading(probe)).isEqualTo(new SensorReading.Measured(4_062));
    }

    /** What can be seen in the kernel's file at a bad moment. */
    enum BadMoment {
        BYTES_DROPPED,
        BROKEN_OFF,
        BEFORE_THE_REST_OF_IT,
        DOUBLED,
        WRONG_BIT,
        PULLED_OUT
    }

    private static SensorReading reading(KernelThermometer probe) {
        String line = probe.read("air1");
        return Ds18b20.ofText(line.substring("air1 w1 ".length()).replace('|', '\n'));
    }

    @Test
    void readsAnSht3xOverI2c() throws Exception {
        ClimatePins pins = new ClimatePins(17, 27, 22, 0, 0x44);
        var probes = RaspberryPi.probes(pi4j, pins, bus);
        byte[] answer = {0x00, 0x00, (byte) 0x81, 0x00, 0x00, (byte) 0x81};
        I2C sensor = pi4j.getIO("sht3x", I2C.class);
        sensor.write(answer);

        String line = probes.getFirst().read("air1");

        assertThat(line).isEqualTo(ClimateBytes.ofSht3x("air1", "000081000081"));
    }

    @Test
    void switchesItsOutputsAndEndsWithAllOff() throws IOException {
        CoolingPins line = new CoolingPins(pi4j, ONE, RaspberryPi.probes(pi4j, ONE, bus));
        DigitalOutput compressor = pi4j.getIO("compressor", DigitalOutput.class);
        DigitalOutput heater = pi4j.getIO("heater", DigitalOutput.class);
        assertThat(compressor.isLow()).isTrue();

        line.write(new byte[] {ClimateBytes.encode(new ClimateOutputs(true, true, false))});
        assertThat(compressor.isHigh()).isTrue();
        assertThat(heater.isLow()).isTrue();

        line.close();
        assertThat(compressor.isLow()).isTrue();
        assertThat(line.read(new byte[1], 0)).isEqualTo(-1);
    }

    @Test
    void saysTheTextOfItsThermometerAsOneLine() throws IOException {
        plug("28-0001", COLD);
        CoolingPins line = new CoolingPins(pi4j, ONE, RaspberryPi.probes(pi4j, ONE, bus));
        byte[] buffer = new byte[256];

        int count = line.read(buffer, 0);

        assertThat(new String(buffer, 0, count, StandardCharsets.US_ASCII))
                .isEqualTo(ClimateBytes.ofKernel("air1", COLD));
        line.close();
    }

    private ClimateEvent.Reported firstReport(ClimatePins pins) throws InterruptedException {
        BlockingQueue<ClimateEvent> events = new LinkedBlockingQueue<>();
        var line = new CoolingPins(pi4j, pins, RaspberryPi.probes(pi4j, pins, bus));
        try (var runner =
                new LineRunner<>(
                        "climate",
                        () -> line,
                        new ClimateLines(ClimateSettings.USUAL),
                        events::add,
                        bug -> events.add(new ClimateEvent.ClimateLost("" + bug)),
                        Backoff.OF_DEVICES)) {
            runner.start();
            ClimateEvent event = events.poll(10, TimeUnit.SECONDS);
            assertThat(event).isInstanceOf(ClimateEvent.Reported.class);
            return (ClimateEvent.Reported) event;
        }
    }

    private void plug(String serial, String text) throws IOException {
        Path folder = Files.createDirectory(bus.resolve(serial));
        Files.writeString(folder.resolve("w1_slave"), text);
    }
}
