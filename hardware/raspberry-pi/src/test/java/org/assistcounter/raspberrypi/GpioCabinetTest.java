package org.assistcounter.raspberrypi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalInput;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalInputProvider;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalOutputProvider;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.assistcounter.devices.cabinet.CabinetBytes;
import org.assistcounter.devices.cabinet.CabinetCommand;
import org.assistcounter.devices.cabinet.CabinetEvent;
import org.assistcounter.devices.cabinet.CabinetLevels;
import org.assistcounter.devices.cabinet.CabinetLines;
import org.assistcounter.devices.cabinet.CabinetOutputs;
import org.assistcounter.devices.cabinet.CabinetPins;
import org.assistcounter.devices.cabinet.CabinetSettings;
import org.assistcounter.devices.line.Backoff;
import org.assistcounter.devices.line.LineRunner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A cabinet's contacts on Pi4J's mock pins. */
class GpioCabinetTest {

    private final Context pi4j =
            Pi4J.newContextBuilder()
                    .noAutoDetect()
                    .add(
                            MockDigitalInputProvider.newInstance(),
                            MockDigitalOutputProvider.newInstance())
                    .disableShutdownHook()
                    .build();
    private final GpioCabinet cabinet = new GpioCabinet(pi4j, CabinetPins.USUAL);
    private final MockDigitalInput doorSwitch = pi4j.getIO("door-switch", MockDigitalInput.class);
    private final MockDigitalInput powerFail = pi4j.getIO("power-fail", MockDigitalInput.class);
    private final DigitalOutput lock = pi4j.getIO("lock", DigitalOutput.class);
    private final DigitalOutput light = pi4j.getIO("light", DigitalOutput.class);

    @BeforeEach
    void allIsWell() {
        doorSwitch.mockState(DigitalState.LOW);
        powerFail.mockState(DigitalState.LOW);
    }

    @AfterEach
    void close() {
        cabinet.close();
    }

    @Test
    void saysTheLevelsAtOnceAndThenOnlyChanges() throws IOException {
        assertThat(read(0)).isEqualTo(CabinetBytes.encode(new CabinetLevels(true, true)));
        assertThat(cabinet.read(new byte[1], 20)).isZero();

        doorSwitch.mockState(DigitalState.HIGH);
        assertThat(read(20)).isEqualTo(CabinetBytes.encode(new CabinetLevels(false, true)));
    }

    @Test
    void readsACutWireAsAnOpenDoorAndAFailingMains() throws IOException {
        doorSwitch.mockState(DigitalState.HIGH);
        powerFail.mockState(DigitalState.HIGH);

        assertThat(read(0)).isEqualTo(CabinetBytes.encode(new CabinetLevels(false, false)));
    }

    @Test
    void switchesLockAndLight() throws IOException {
        cabinet.write(new byte[] {CabinetBytes.encode(new CabinetOutputs(true, false))});
        assertThat(lock.isHigh()).isTrue();
        assertThat(light.isLow()).isTrue();

        cabinet.write(new byte[] {CabinetBytes.encode(new CabinetOutputs(false, true))});
        assertThat(lock.isLow()).isTrue();
        assertThat(light.isHigh()).isTrue();
    }

    @Test
    void beginsAndEndsWithEverythingOff() throws IOException {
        assertThat(lock.state()).isEqualTo(DigitalState.LOW);
        assertThat(light.state()).isEqualTo(DigitalState.LOW);

        cabinet.write(new byte[] {CabinetBytes.encode(new CabinetOutputs(true, true))});
        cabinet.close();

        assertThat(lock.state()).isEqualTo(DigitalState.LOW);
        assertThat(light.state()).isEqualTo(DigitalState.LOW);
        assertThat(cabinet.read(new byte[1], 0)).isEqualTo(-1);
    }

    @Test
    void letsGoOfTheLockWhenNobodyWrites() throws IOException {
        cabinet.write(new byte[] {CabinetBytes.encode(new CabinetOutputs(true, true))});
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < 2_200_000_000L) {
            cabinet.read(new byte[1], 50);
        }

        assertThat(lock.isLow()).isTrue();
        assertThat(light.isLow()).isTrue();
    }

    @Test
    void refusesAByteThatIsNoOutput() {
        assertThatThrownBy(() -> cabinet.write(new byte[] {0x00}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void endsAReadThatIsWoken() throws IOException {
        read(0);
        cabinet.wake();
        long begin = System.nanoTime();

        assertThat(cabinet.read(new byte[1], 400)).isZero();
        assertThat(System.nanoTime() - begin).isLessThan(200_000_000L);
    }

    @Test
    void carriesARealLinesThreadFromTheReleaseToTheOpenDoor() throws InterruptedException {
        BlockingQueue<CabinetEvent> events = new LinkedBlockingQueue<>();
        try (var runner =
                new LineRunner<>(
                        "cabinet",
                        () -> cabinet,
                        new CabinetLines(CabinetSettings.USUAL),
                        events::add,
                        bug -> events.add(new CabinetEvent.CabinetLost("" + bug)),
                        Backoff.OF_DEVICES)) {
            runner.start();
            assertThat(next(events)).isEqualTo(new CabinetEvent.CabinetReady(true, true));

            runner.command(new CabinetCommand.ReleaseLock(3));
            assertThat(next(events)).isEqualTo(new CabinetEvent.LockReleased(3));
            doorSwitch.mockState(DigitalState.HIGH);

            assertThat(next(events)).isEqualTo(new CabinetEvent.DoorOpened());
            assertThat(next(events)).isEqualTo(new CabinetEvent.LockUsed(3));
        }
    }

    private byte read(long timeoutMillis) throws IOException {
        byte[] one = new byte[1];
        assertThat(cabinet.read(one, timeoutMillis)).isEqualTo(1);
        return one[0];
    }

    private static Object next(BlockingQueue<CabinetEvent> events) throws InterruptedException {
        CabinetEvent event = events.poll(5, TimeUnit.SECONDS);
        return event == null ? "nothing" : event;
    }
}
