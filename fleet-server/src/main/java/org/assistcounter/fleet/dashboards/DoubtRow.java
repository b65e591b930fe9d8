package org.assistcounter.fleet.dashboards;

/** A doubt in a list. */
public record DoubtRow(
        long id, State kind, String counter, String site, String times, String age) {}
