package org.assistcounter.simulation;

import java.util.Locale;

/** What can go wrong. Each seed draws which of them exist and how often they strike. */
enum Fault {
    POWER_CUT,
    POWER_CUT_WHILE_TURNING,
    WRITE_TORN,
    WRITE_UNTOLD,
    DISK_FULL,
    DENIED,
    APPROVED_FOR_NOTHING,
    REFUND_FAILS,
    REFUND_SLOW,
    READER_POWER_BLIP,
    READER_NOISE,
    READER_SILENT,
    READER_LINE_CUT,
    JAM,
    NOTHING_FALLS,
    MOTOR_ABSENT,
    SENSOR_BAD,
    STATUS_LOST,
    STATUS_LATE,
    MUTE_ON_DRIVE,
    BOARD_FLIP,
    BOARD_NOISE,
    BOARD_LOST_FRAME,
    BOARD_SILENT,
    BOARD_POWER_BLIP,
    BOARD_LINE_CUT,
    MESSAGE_LOST,
    MESSAGE_TWICE,
    FLEET_AWAY,
    PAID_LATE,
    THERMOMETER_UNPLUGGED,
    THERMOMETER_STUCK,
    THERMOMETER_SPOILT,
    COMPRESSOR_BROKEN,
    COOLING_WITHOUT_POWER,
    COOL_DOOR_OPEN,
    CLIMATE_LINE_CUT;

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
