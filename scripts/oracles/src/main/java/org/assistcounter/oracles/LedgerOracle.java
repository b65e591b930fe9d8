package org.assistcounter.oracles;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.assistcounter.oracles.Lineage.Node;
import org.assistcounter.protocol.journal.CaseReason;
import org.assistcounter.protocol.journal.DispenseVerdict;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.PaymentOutcome;
import org.assistcounter.protocol.journal.RefundOutcome;
import org.jspecify.annotations.Nullable;

/**
 * The ledger against the records. An entry adds up to nothing in each unit, moves exactly the money
 * and the pieces of its record, and there is one for each record that moves any, never two.
 */
final class LedgerOracle {
    static final String NAME = "ledger";

    private static final String CURRENCY = "[A-Z]{3}";

    private final BitSet seen = new BitSet();

    void booked(WorldFact.FleetBooked entry, Node held) {
        Node node = once(entry.seq(), held);
        Fact fact = node.fact();
        long money = 0;
        long pieces = 0;
        Map<String, Long> sums = new HashMap<>();
        for (WorldFact.Posting line : entry.postings()) {
            sums.merge(line.unit(), line.amount(), Long::sum);
            long moved = Math.max(0, line.amount());
            if (line.unit().matches(CURRENCY)) {
                money += moved;
            } else {
                pieces += moved;
            }
        }
        for (Map.Entry<String, Long> sum : sums.entrySet()) {
            if (sum.getValue() != 0) {
                throw broken(
                        entry.seq(),
                        "makes %d %s out of nothing".formatted(sum.getValue(), sum.getKey()));
            }
        }
        if (fact != null) {
            compare(entry.seq(), fact, money, pieces);
        }
        node.forgetFact();
    }

    void parked(long seq, Node held) {
        once(seq, held).forgetFact();
    }

    private Node once(long seq, Node held) {
        Node node = Lineage.at(held, seq);
        if (node == null) {
            throw broken(seq, "is booked and the fleet does not hold it");
        }
        if (seen.get((int) seq)) {
            throw broken(seq, "is booked twice: its money or goods count twice");
        }
        seen.set((int) seq);
        return node;
    }

    private static void compare(long seq, Fact fact, long money, long pieces) {
        if (money != moneyOf(fact)) {
            throw broken(
                    seq,
                    "moves %s and is booked with %s: %s"
                            .formatted(Broken.money(moneyOf(fact)), Broken.money(money), fact));
        }
        long expected = piecesOf(fact);
        if (pieces != expected && !(fact instanceof Fact.StockCounted)) {
            throw broken(
                    seq,
                    "moves %d pieces and is booked with %d: %s".formatted(expected, pieces, fact));
        }
    }

    private static long moneyOf(Fact fact) {
        return switch (fact) {
            case Fact.PaymentResolved f when f.outcome() == PaymentOutcome.APPROVED ->
                    f.amountMinor();
            case Fact.DispenseResolved f when f.verdict() == DispenseVerdict.DELIVERED ->
                    f.amountMinor();
            case Fact.RefundResolved f
                    when f.outcome() == RefundOutcome.RETURNED
                            || f.outcome() == RefundOutcome.HANDED_OVER ->
                    f.amountMinor();
            case Fact.CaseOpened f when f.reason() != CaseReason.PAYMENT_NOT_KNOWN ->
                    f.amountMinor();
            case Fact _ -> 0;
        };
    }

    private static long piecesOf(Fact fact) {
        return fact instanceof Fact.DispenseResolved f && f.verdict() == DispenseVerdict.DELIVERED
                ? 1
                : 0;
    }

    /** Everything that the fleet holds and that moves something is in the ledger. */
    void rest(Node held) {
        for (long seq = 1; seq <= held.seq(); seq++) {
            Node node = Lineage.at(held, seq);
            @Nullable Fact fact = node == null ? null : node.fact();
            if (fact != null && moneyOf(fact) + piecesOf(fact) > 0) {
                throw broken(seq, "is at the fleet and in no ledger: " + fact);
            }
        }
    }

    private static Broken broken(long seq, String loss) {
        return new Broken(NAME, "record " + seq + " " + loss);
    }
}
