package org.assistcounter.devices.cabinet;

import org.assistcounter.devices.climate.ClimatePins;
import org.assistcounter.devices.line.LineOpener;
import org.assistcounter.devices.spiral.ExpanderAddress;

/**
 * A computer whose pins can be a cabinet's contacts. The module for that computer offers one to
 * {@code java.util.ServiceLoader}, so that nobody who uses it must be compiled against it.
 */
public interface CabinetHardware {

    /** How to open the contacts as a line that speaks {@link CabinetBytes}. */
    LineOpener opener(CabinetPins pins);

    /** How to open a cooled compartment as a line that speaks {@code ClimateBytes}. */
    LineOpener opener(ClimatePins pins);

    /** How to open an expander on its I2C bus as a line that speaks {@code ExpanderMessage}. */
    LineOpener opener(ExpanderAddress address);

    /** Feeds this computer's watchdog while the core answers; it runs once it is started. */
    Watchdog watchdog(WatchdogSettings settings);
}
