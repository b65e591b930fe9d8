package org.assistcounter.simulation;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
    CLIMATE_LINE_CUT,
    /** Somebody opens the cabinet, with a key or by force. */
    DOOR_OPENED(Level.WIRE),
    /** The mains fails, for a moment or until the power is gone. */
    MAINS_FAILING(Level.WIRE),
    /** While the power is off, bytes on the card change. */
    BIT_ROT;

    /** Where alone there is something for it to strike; null at every level. */
    private final @Nullable Level only;

    Fault() {
        this(null);
    }

    Fault(@Nullable Level only) {
        this.only = only;
    }

    /**
     * Whether it came when seeds had been written down already. Such a fault has dice of its own,
     * so that a seed without it goes on as it did.
     */
    boolean isLater() {
        return compareTo(DOOR_OPENED) >= 0;
    }

    boolean isAt(Level level) {
        return only == null || only == level;
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
