package org.assistcounter.fleet.catalogue;

import java.time.LocalDate;
import org.assistcounter.protocol.shelf.Bilingual;

/**
 * Who grows and makes.
 *
 * @param tenant the organisation whose people keep it; empty while the county's office does
 */
public record Supplier(
        String id,
        String tenant,
        SupplierKind kind,
        Bilingual name,
        Origin origin,
        Licence licence,
        Reach reach) {

    /**
     * Where it is.
     *
     * @param county six digits of GB/T 2260
     * @param year whose edition the code is of
     */
    public record Origin(String county, int year, String village) {}

    /** Its business licence, and the last day of it. */
    public record Licence(String number, LocalDate until) {

        /** Whether it is good on a day. */
        public boolean isGood(LocalDate day) {
            return !day.isAfter(until);
        }
    }

    /** How many households it helps, and how often the entry was changed. */
    public record Reach(int households, long version) {}

    /** The same, kept by another organisation. */
    Supplier ownedBy(String organisation) {
        return new Supplier(id, organisation, kind, name, origin, licence, reach);
    }

    /** The same as a change of that version. */
    Supplier at(long version) {
        return new Supplier(
                id, tenant, kind, name, origin, licence, new Reach(reach.households, version));
    }
}
