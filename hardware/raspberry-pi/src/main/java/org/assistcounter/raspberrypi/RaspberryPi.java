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
import org.assistcounter.devices.cabinet.CabinetHardware;
import org.assistcounter.devices.cabinet.CabinetPins;
import org.assistcounter.devices.cabinet.Watchdog;
import org.assistcounter.devices.cabinet.WatchdogSettings;
import org.assistcounter.devices.climate.ClimatePins;
import org.assistcounter.devices.line.LineOpener;
import org.assistcounter.devices.spiral.ExpanderAddress;

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
                Context pi4j = context();
                return new CoolingPins(pi4j, pins, probes(pi4j, pins, KernelThermometer.BUS));
            } catch (Pi4JException | IllegalStateException | LinkageError e) {
                throw new IOException("Cannot open the pins", e);
            }
        };
    }

    @Override
    public LineOpener opener(ExpanderAddress address) {
        return () -> {
            try {
                Context pi4j = context();
                return new ExpanderLine(i2c(pi4j, "expander", address.value()), pi4j::shutdown);
            } catch (Pi4JException | IllegalStateException | LinkageError e) {
                throw new IOException("Cannot open the expander", e);
            }
        };
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
