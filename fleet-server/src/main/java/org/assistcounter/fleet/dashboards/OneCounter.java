package org.assistcounter.fleet.dashboards;

import java.util.List;

/** One counter's page. */
public record OneCounter(
        Rows.Line line,
        Shelf shelf,
        List<Rows.Sale> sales,
        Visits visits,
        Journal journal,
        Service service,
        SoldBy soldBy) {

    /**
     * Whether it is in service.
     *
     * @param retired who took it out and when; empty while it is in
     * @param deed what who looks may do: `retire` or `reinstate`; empty when neither
     */
    public record Service(String retired, String why, String deed) {}

    /**
     * What it signs with.
     *
     * @param epoch how often its keys were given
     * @param end when its certificate ends
     * @param mayRenew whether who looks may give it new ones
     */
    public record Keys(long epoch, State end, boolean mayRenew) {}

    /**
     * Where its journal stands.
     *
     * @param charged what its journal says was charged in all
     */
    public record Journal(
            String counter,
            Keys keys,
            long seq,
            String hash,
            long boot,
            String charged,
            String refunded) {}
}
