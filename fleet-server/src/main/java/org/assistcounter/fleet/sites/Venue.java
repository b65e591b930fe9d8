package org.assistcounter.fleet.sites;

import java.util.Locale;

/** What kind of place a counter stands in. Statistics and restocking treat these differently. */
public enum Venue {
    METRO_STATION,
    RAILWAY_STATION,
    HOSPITAL,
    SCHOOL,
    OFFICE,
    HIGHWAY_SERVICE_AREA,
    STREET;

    /** The word in tables and in answers to counters. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The venue of a word that {@link #word()} gave. */
    public static Venue of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
