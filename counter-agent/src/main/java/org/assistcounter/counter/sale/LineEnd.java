package org.assistcounter.counter.sale;

import org.assistcounter.protocol.journal.Fact;

/**
 * What became of one line and of its money.
 *
 * @param amountMinor its share of what was paid; 0 where it is not known whether anything was
 */
public record LineEnd(Fact.SaleLine line, Fate fate, long amountMinor) {

    /** Goods or money, or a person who looks. */
    public enum Fate {
        /** In the flap; the money is kept. */
        DELIVERED,
        /** The money is back on the card. */
        RETURNED,
        /** The fleet is sending the money back. */
        ON_ITS_WAY,
        /** A case holds the money. */
        HELD,
        /** Whether it was paid is not known; a case. */
        NOT_KNOWN
    }
}
