package org.assistcounter.simulation;

import java.util.HashMap;
import java.util.Map;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.PaymentWay;

/**
 * What holds in one cabinet whatever becomes of its card: a motor never turns more often than it
 * was commanded in a record that was on disk once, and a reader never takes more than was asked for
 * in one. A record may be gone afterwards; then nobody knows of the turn, but there is no second.
 */
final class OnceRule {
    private final Map<Integer, Long> commanded = new HashMap<>();
    private long askedMinor;

    /** A fact is on disk, for now. */
    void written(Fact fact) {
        switch (fact) {
            case Fact.DispenseCommanded f -> commanded.merge(f.slot(), 1L, Long::sum);
            case Fact.PaymentRequested f when f.way() == PaymentWay.CARD ->
                    askedMinor += f.amountMinor();
            case Fact _ -> {}
        }
    }

    /** What the cabinet has seen until now. */
    void seen(Cabinet cabinet) {
        cabinet.turns()
                .forEach((slot, turns) ->
                        Violation.unless(
                                turns <= commanded.getOrDefault(slot, 0L),
                                "the motor of slot %d turned more often than it was commanded"
                                        .formatted(slot)));
        Violation.unless(
                cabinet.cards().approvedMinor() <= askedMinor,
                "a reader took more than it was ever asked for");
    }
}
