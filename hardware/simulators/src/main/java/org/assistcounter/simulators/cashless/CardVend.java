package org.assistcounter.simulators.cashless;

/**
 * One vend as the reader saw it.
 *
 * @param amountMinor what was asked, and taken if it was approved
 */
public record CardVend(int item, long amountMinor, Outcome outcome) {

    /** What became of a vend's money. */
    public enum Outcome {
        DENIED,
        /** Approved; neither success nor failure has been heard. */
        OPEN,
        KEPT,
        REFUNDED
    }

    CardVend with(Outcome next) {
        return new CardVend(item, amountMinor, next);
    }
}
