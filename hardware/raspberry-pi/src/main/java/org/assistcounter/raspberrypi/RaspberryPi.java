package org.assistcounter.raspberrypi;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.exception.Pi4JException;
import com.pi4j.io.i2c.I2C;
import com.pi4j.plugin.gpiod.provider.gpio.digital.GpioDDigitalInputProvider;
import com.pi4j.plugin.gpiod.provider.gpio.digital.GpioDDigitalOutputProvider;
import com.pi4j.plugin.linuxfs.provider.i2c.LinuxFsI2CProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.assistcounter.devices.cabinet.CabinetHardware;
import org.assistcounter.devices.cabinet.CabinetPins;
import org.assistcounter.devices.cabinet.Watchdog;
import org.assistcounter.devices.cabinet.WatchdogSettings;
import org.assistcounter.devices.climate.ClimatePins;
import org.assistcounter.devices.line.Line;
import org.assistcounter.devices.line.LineOpener;
import org.assistcounter.devices.spiral.ExpanderAddress;
import org.assistcounter.devices.spiral.MatrixPins;

/**
 * The pins of this Raspberry Pi, found by {@code java.util.ServiceLoader}. The providers are named:
 * Pi4J would else let priority numbers choose, and a mock on the class path could win.
 */
public final class RaspberryPi implements CabinetHardware {

    private static final int FIRST_I2C_BUS = 1;

    @Override
    public LineOpener opener(CabinetPins pins) {
        return () -> {
            try {
                return new GpioCabinet(context(), pins);
            } catch (Pi4JException | IllegalStateException | LinkageError e) {
                // Not a Pi (Pi4J 3.0.3 then has no chip and says so), no rights, no native library.
                throw new IOException("Cannot open the pins", e);
            }
        };
    }

    @Override
    public LineOpener opener(ClimatePins pins) {
        return () -> {
            try {
                return with(
                        context(),
                        pi4j ->
                                new CoolingPins(
                                        pi4j, pins, probes(pi4j, pins, KernelThermometer.BUS)));
            } catch (Pi4JException | IllegalStateException | LinkageError e) {
                throw new IOException("Cannot open the pins", e);
            }
        };
    }

    @Override
    public LineOpener opener(ExpanderAddress address) {
        return () -> {
            try {
                return with(context(), pi4j -> expander(pi4j, address));
            } catch (Pi4JException | IllegalStateException | LinkageError e) {
                throw new IOException("Cannot open the expander", e);
            }
        };
    }

    /** Motors off before anything else; a chip that does not hear is not there. */
    private static Line expander(Context pi4j, ExpanderAddress address) {
        I2C chip = i2c(pi4j, "expander", address.value());
        chip.writeRegister(MatrixPins.OLATB, (byte) 0);
        return new ExpanderLine(chip, pi4j::shutdown);
    }

    /** A context that opens nothing is shut down: its threads would stay. */
    private static Line with(Context pi4j, Function<Context, Line> open) {
        boolean isOpen = false;
        try {
            Line line = open.apply(pi4j);
            isOpen = true;
            return line;
        } finally {
            if (!isOpen) {
                pi4j.shutdown();
            }
        }
    }

    @Override
    public Watchdog watchdog(WatchdogSettings settings) {
        return new WatchdogThread(settings);
    }

    static List<AirProbe> probes(Context pi4j, ClimatePins pins, Path bus) {
        List<AirProbe> probes = new ArrayList<>();
        for (int i = 0; i < pins.thermometers(); i++) {
            probes.add(new KernelThermometer(bus, i, pins.thermometers()));
        }
        if (pins.sht3xAddress() != 0) {
            probes.add(new Sht3xProbe(i2c(pi4j, "sht3x", pins.sht3xAddress())));
        }
        return probes;
    }

    private static I2C i2c(Context pi4j, String name, int address) {
        return pi4j.create(
                I2C.newConfigBuilder(pi4j).id(name).bus(FIRST_I2C_BUS).device(address).build());
    }

    private static Context context() {
        return Pi4J.newContextBuilder()
                .noAutoDetect()
                .add(
                        GpioDDigitalInputProvider.newInstance(),
                        GpioDDigitalOutputProvider.newInstance(),
                        LinuxFsI2CProvider.newInstance())
                .disableShutdownHook()
                .build();
    }
}
