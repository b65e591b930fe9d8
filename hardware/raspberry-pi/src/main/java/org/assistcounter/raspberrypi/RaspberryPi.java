package org.assistcounter.raspberrypi;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.exception.Pi4JException;
import com.pi4j.plugin.gpiod.provider.gpio.digital.GpioDDigitalInputProvider;
import com.pi4j.plugin.gpiod.provider.gpio.digital.GpioDDigitalOutputProvider;
import java.io.IOException;
import org.assistcounter.devices.cabinet.CabinetHardware;
import org.assistcounter.devices.cabinet.CabinetPins;
import org.assistcounter.devices.line.LineOpener;

/**
 * The pins of this Raspberry Pi, found by {@code java.util.ServiceLoader}. The providers are named:
 * Pi4J would else let priority numbers choose, and a mock on the class path could win.
 */
public final class RaspberryPi implements CabinetHardware {

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

    private static Context context() {
        return Pi4J.newContextBuilder()
                .noAutoDetect()
                .add(
                        GpioDDigitalInputProvider.newInstance(),
                        GpioDDigitalOutputProvider.newInstance())
                .disableShutdownHook()
                .build();
    }
}
