package org.assistcounter.fleet.dashboards;

import java.util.List;

/** The first page: what to do next, the money, the counters, the last sales. */
public record Front(
        String day,
        List<Rows.Task> tasks,
        Figures figures,
        List<Rows.Line> counters,
        List<Rows.Sale> sales) {

    /** The day in numbers. */
    public record Figures(String sold, long sales, String counters, String due, String inCases) {}
}
