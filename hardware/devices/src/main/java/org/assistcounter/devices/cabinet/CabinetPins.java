package org.assistcounter.devices.cabinet;

import java.util.List;

/**
 * Which pins, by their number on the chip (BCM). Contacts close to ground and are pulled up, so
 * that a cut wire says "door open" and "mains failing"; outputs are on when high.
 */
public record CabinetPins(int doorSwitch, int powerFail, int lock, int light) {

    /** The highest pin of the header. */
    public static final int MOST = 27;

    /**
     * Free pins: 5 and 6 are pulled up, 23 and 24 down while a Raspberry Pi starts (BCM2711 table
     * of alternative functions), so nothing is released then.
     */
    public static final CabinetPins USUAL = new CabinetPins(5, 6, 23, 24);

    public CabinetPins {
        List<Integer> pins = List.of(doorSwitch, powerFail, lock, light);
        for (int pin : pins) {
            if (pin < 0 || pin > MOST) {
                throw new IllegalArgumentException("No such pin: " + pin);
            }
        }
        if (pins.stream().distinct().count() != pins.size()) {
            throw new IllegalArgumentException("One pin for each contact.");
        }
    }
}
