package org.assistcounter.fleet.catalogue;

import java.util.Locale;
import org.assistcounter.fleet.divisions.Level;

/** Where an application for recognition is. */
public enum Stage {
    COUNTY(10),
    CITY(7),
    PROVINCE(7),
    /** Published, so that whoever knows better may tell an office, which objects. */
    PUBLICITY(7),
    /** With the applicant, to be mended. */
    RETURNED(30),
    RECOGNISED(0),
    REJECTED(0),
    /** Not mended in time. */
    LAPSED(0),
    WITHDRAWN(0);

    private final int days;

    Stage(int days) {
        this.days = days;
    }

    /** In how many days it has to be dealt with. */
    public int days() {
        return days;
    }

    /** Whether something is still to be done. */
    public boolean isOpen() {
        return days > 0;
    }

    /** Whether an office checks at this stage. */
    public boolean isCheck() {
        return this == COUNTY || this == CITY || this == PROVINCE;
    }

    /** The one after it when it is passed; not every county has a city above it. */
    Stage next(boolean hasCity) {
        return switch (this) {
            case COUNTY -> hasCity ? CITY : PROVINCE;
            case CITY -> PROVINCE;
            case PROVINCE -> PUBLICITY;
            case PUBLICITY -> RECOGNISED;
            case RETURNED, RECOGNISED, REJECTED, LAPSED, WITHDRAWN ->
                    throw new IllegalStateException(this + " is not passed");
        };
    }

    /** Of which level an office is that checks here; the province's while it is published. */
    Level level() {
        return switch (this) {
            case COUNTY -> Level.COUNTY;
            case CITY -> Level.CITY;
            case PROVINCE, PUBLICITY, RETURNED, RECOGNISED, REJECTED, LAPSED, WITHDRAWN ->
                    Level.PROVINCE;
        };
    }

    /** As it is stored, and the end of a message's name. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The stage of a word that {@link #word()} gave. */
    public static Stage of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
