package org.assistcounter.fleet.sites;

import java.time.ZoneId;

/**
 * A place where counters stand. The division code is only meaningful together with its year, since
 * counties are merged and renamed; reports about an old month need the code of that month.
 */
public record Site(
        String id, String tenant, Venue venue, Names names, Division division, ZoneId zone) {

    /** What the place is called in both languages. */
    public record Names(String zh, String en) {}

    /** A GB/T 2260 code and the year of the edition it is from. */
    public record Division(String code, int year) {}
}
