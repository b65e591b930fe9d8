package org.assistcounter.devices.cabinet;

/**
 * The times of a cabinet.
 *
 * @param pulseMillis how long the lock's coil has current at most; it is not made for more
 * @param coolMillis how long the coil then rests
 * @param useMillis how long after a release an opening still belongs to it
 * @param leftOpenMillis how long a door may be open
 */
public record CabinetSettings(
        long pulseMillis, long coolMillis, long useMillis, long leftOpenMillis) {

    /** For a solenoid lock with 10 % duty. */
    public static final CabinetSettings USUAL = new CabinetSettings(500, 5_000, 10_000, 120_000);

    public CabinetSettings {
        if (pulseMillis < 1 || coolMillis < 0 || useMillis < pulseMillis || leftOpenMillis < 1) {
            throw new IllegalArgumentException(
                    pulseMillis + ", " + coolMillis + ", " + useMillis + ", " + leftOpenMillis);
        }
    }
}
