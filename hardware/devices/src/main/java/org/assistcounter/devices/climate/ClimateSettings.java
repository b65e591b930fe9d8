package org.assistcounter.devices.climate;

/**
 * Temperatures and times of a cooled cabinet.
 *
 * @param hysteresisMilli cooling begins this far above the set point and ends at it
 * @param offMillis how long a compressor rests at least, also after power comes
 * @param betweenStartsMillis from one start to the next at least
 * @param defrostEveryMillis from the end of one defrost to the next
 * @param defrostMillis how long a defrost lasts at most
 * @param doorMillis how long an open door may hold the compressor back
 */
public record ClimateSettings(
        int setPointMilli,
        int hysteresisMilli,
        long offMillis,
        long betweenStartsMillis,
        long defrostEveryMillis,
        long defrostMillis,
        long doorMillis) {

    private static final long MINUTE = 60_000;

    /** Defaults of usual controllers (Stoerk TRT252, LAE LCD15). */
    public static final ClimateSettings USUAL =
            new ClimateSettings(
                    2_000, 1_500, 3 * MINUTE, 5 * MINUTE, 8 * 60 * MINUTE, 30 * MINUTE, 5 * MINUTE);
}
