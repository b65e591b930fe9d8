package org.assistcounter.simulation.port;

import java.util.List;
import org.assistcounter.simulators.cashless.CardLedger;

/** What a card reader has taken and given back: sums only, so that they cost nothing. */
final class CardBooks {
    private final Bystander bystander;
    private CardLedger sums = CardLedger.EMPTY;

    CardBooks(Bystander bystander) {
        this.bystander = bystander;
    }

    CardLedger sums() {
        return sums;
    }

    void approved(long amountMinor) {
        sums =
                new CardLedger(
                        sums.approvedMinor() + amountMinor,
                        sums.refundedMinor(),
                        sums.keptMinor(),
                        sums.deniedCount(),
                        List.of());
        bystander.counted(sums);
    }

    void denied() {
        sums =
                new CardLedger(
                        sums.approvedMinor(),
                        sums.refundedMinor(),
                        sums.keptMinor(),
                        sums.deniedCount() + 1,
                        List.of());
    }

    /** The open vend's money stays here. */
    void kept() {
        sums =
                new CardLedger(
                        sums.approvedMinor(),
                        sums.refundedMinor(),
                        sums.keptMinor() + sums.openMinor(),
                        sums.deniedCount(),
                        List.of());
    }

    /** The open vend's money goes back. */
    void refunded() {
        sums =
                new CardLedger(
                        sums.approvedMinor(),
                        sums.refundedMinor() + sums.openMinor(),
                        sums.keptMinor(),
                        sums.deniedCount(),
                        List.of());
        bystander.counted(sums);
    }
}
