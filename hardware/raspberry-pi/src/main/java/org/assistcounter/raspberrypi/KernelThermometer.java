package org.assistcounter.raspberrypi;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assistcounter.devices.climate.ClimateBytes;

/**
 * A DS18B20 on the kernel's 1-Wire bus: the text of {@code w1_slave}, unread. Thermometers are
 * taken in the order of their serial numbers; one that is not there has an empty text.
 *
 * @param bus usually {@code /sys/bus/w1/devices}
 * @param number which one, from 0
 * @param wanted how many there must be; with more or fewer nobody knows which is which
 */
record KernelThermometer(Path bus, int number, int wanted) implements AirProbe {

    /** Where the kernel shows its 1-Wire bus. */
    static final Path BUS = Path.of("/sys/bus/w1/devices");

    private static final String FAMILY = "28-*";

    @Override
    public String read(String name) {
        return ClimateBytes.ofKernel(name, text());
    }

    private String text() {
        try {
            List<Path> found = found();
            return found.size() == wanted
                    ? Files.readString(found.get(number).resolve("w1_slave"))
                    : "";
        } catch (IOException e) {
            // Pulled out while it was read: it says nothing, which is what the driver is told.
            return "";
        }
    }

    private List<Path> found() throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(bus, FAMILY)) {
            folders.forEach(found::add);
        }
        found.sort(null);
        return found;
    }
}
