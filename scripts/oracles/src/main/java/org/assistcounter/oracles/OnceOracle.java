package org.assistcounter.oracles;

import java.util.HashMap;
import java.util.Map;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.PaymentWay;

/**
 * What holds in one cabinet whatever becomes of its card: a motor never turns more often than it
 * was commanded in a record that was on disk once, and a reader never takes more than was asked for
 * in one. A record may be gone afterwards; then nobody knows of the turn, but there is no second.
 */
final class OnceOracle implements Oracle {
    static final String NAME = "once";

    private final Map<Integer, Long> left = new HashMap<>();
    private long askedMinor;

    @Override
    public void saw(long atMillis, WorldFact.AtCounter fact) {
        switch (fact) {
            case WorldFact.MotorTurned(int slot) -> {
                if (left.merge(slot, -1L, Long::sum) < 0) {
                    throw new Broken(
                            NAME, "the motor of slot " + slot + " turned and was not commanded");
                }
            }
            case WorldFact.CardTook(long amountMinor) -> {
                askedMinor -= amountMinor;
                if (askedMinor < 0) {
                    throw new Broken(
                            NAME, "a reader took %d more than was asked".formatted(-askedMinor));
                }
            }
            case WorldFact.AtCounter _ -> {}
        }
    }

    @Override
    public void read(long atMillis, Written written) {
        switch (written.fact()) {
            case Fact.DispenseCommanded f -> left.merge(f.slot(), 1L, Long::sum);
            case Fact.PaymentRequested f when f.way() == PaymentWay.CARD ->
                    askedMinor += f.amountMinor();
            case Fact _ -> {}
        }
    }
}
