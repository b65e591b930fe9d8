package org.assistcounter.fleet.dashboards;

import java.util.List;

/** The counters that somebody has to look into, and those somebody has. */
public record Doubted(List<DoubtRow> open, List<DoubtRow> ended) {}
