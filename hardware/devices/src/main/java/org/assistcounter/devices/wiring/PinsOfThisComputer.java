package org.assistcounter.devices.wiring;

import java.io.IOException;
import java.util.List;
import java.util.ServiceLoader;
import org.assistcounter.devices.cabinet.CabinetHardware;

/**
 * Finds the one who can move this computer's pins. Of two nobody knows which is real, and none is
 * taken.
 */
public final class PinsOfThisComputer {

    private PinsOfThisComputer() {}

    /** The only one; none or two are an error in words. */
    public static CabinetHardware find() throws IOException {
        List<CabinetHardware> found =
                ServiceLoader.load(CabinetHardware.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList();
        if (found.size() != 1) {
            throw new IOException("Wanted one provider of pins and found " + found.size());
        }
        return found.getFirst();
    }
}
