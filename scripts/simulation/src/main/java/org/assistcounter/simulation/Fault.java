package org.assistcounter.simulation;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What can go wrong. Each seed draws which of them exist and how often they strike. */
enum Fault {
    POWER_CUT,
    POWER_CUT_WHILE_TURNING,
    POWER_CUT_WHILE_PAYING,
    POWER_CUT_AT_MONEY,
    WRITE_TORN,
    WRITE_UNTOLD,
    DISK_FULL,
    AGENT_RESTARTED,
    PRICES_CHANGED,
    CLOCK_STEP,
    NO_TRUSTED_TIME,
    DENIED,
    APPROVED_FOR_NOTHING,
    APPROVED_FOR_LESS,
    CARD_PULLED,
    READER_SLOW,
    REFUND_FAILS,
    REFUND_SLOW,
    READER_POWER_BLIP,
    READER_NOISE,
    READER_SILENT,
    READER_LINE_TWICE(Level.WIRE),
    READER_BYTE_LOST(Level.WIRE),
    READER_LINE_CUT,
    JAM,
    NOTHING_FALLS,
    MOTOR_ABSENT,
    SENSOR_BAD,
    DROP_UNSEEN,
    DROP_IMAGINED,
    STATUS_LOST,
    STATUS_LATE,
    MUTE_ON_DRIVE,
    BOARD_FLIP(Level.WIRE),
    BOARD_NOISE,
    BOARD_LOST_FRAME(Level.WIRE),
    BOARD_FRAME_TWICE(Level.WIRE),
    BOARD_SILENT,
    BOARD_POWER_BLIP,
    BOARD_LINE_CUT,
    MESSAGE_LOST,
    MESSAGE_TWICE,
    ANSWER_LATE,
    FLEET_AWAY,
    PAID_LATE,
    THERMOMETER_UNPLUGGED,
    THERMOMETER_STUCK,
    THERMOMETER_SPOILT,
    COMPRESSOR_BROKEN,
    COOLING_WITHOUT_POWER,
    COOL_DOOR_OPEN,
    CLIMATE_LINE_CUT;

    private final boolean isOfWiresOnly;

    /** At every level. */
    Fault() {
        this.isOfWiresOnly = false;
    }

    /** Where there is something for it to strike. */
    Fault(Level only) {
        this.isOfWiresOnly = only == Level.WIRE;
    }

    boolean isAt(Level level) {
        return level == Level.WIRE || !isOfWiresOnly;
    }

    /** All that may strike at a level. */
    static Set<Fault> at(Level level) {
        Set<Fault> faults = EnumSet.noneOf(Fault.class);
        for (Fault fault : values()) {
            if (fault.isAt(level)) {
                faults.add(fault);
            }
        }
        return faults;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
