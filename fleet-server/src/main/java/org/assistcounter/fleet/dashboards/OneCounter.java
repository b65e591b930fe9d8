package org.assistcounter.fleet.dashboards;

import java.util.List;

/** One counter's page. */
public record OneCounter(
        Rows.Line line, Shelf shelf, List<Rows.Sale> sales, Visits visits, Journal journal) {

    /**
     * Where its journal stands.
     *
     * @param charged what its journal says was charged in all
     */
    public record Journal(
            String counter, long seq, String hash, long boot, String charged, String refunded) {}
}
