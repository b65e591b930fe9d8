package org.assistcounter.oracles;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.assistcounter.oracles.Lineage.Node;
import org.assistcounter.protocol.journal.CaseReason;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.PaymentOutcome;
import org.assistcounter.protocol.journal.PaymentWay;

/**
 * The ledger against the records: double entry, each record booked once, with exactly the money and
 * the pieces that it moves, on the accounts whose meaning it has.
 */
final class LedgerOracle {
    static final String NAME = "ledger";

    private final BitSet seen = new BitSet();

    void booked(WorldFact.FleetBooked entry, Node held) {
        Node node = once(entry.seq(), held);
        Map<String, Long> sums = new HashMap<>();
        Map<String, Long> sides = new HashMap<>();
        for (WorldFact.Posting line : entry.postings()) {
            sums.merge(line.unit(), line.amount(), Long::sum);
            sides.merge(line.account() + ' ' + line.unit(), line.amount(), Long::sum);
        }
        for (Map.Entry<String, Long> sum : sums.entrySet()) {
            if (sum.getValue() != 0) {
                throw broken(
                        entry.seq(),
                        "makes %d %s out of nothing".formatted(sum.getValue(), sum.getKey()));
            }
        }
        Fact fact = node.fact();
        if (fact != null) {
            compare(entry, fact, sides);
        }
        node.forgetFact();
    }

    private static void compare(WorldFact.FleetBooked entry, Fact fact, Map<String, Long> sides) {
        if (fact instanceof Fact.StockCounted count) {
            if (!sides.keySet()
                    .equals(new Entry().moved("slot", "counted", count.product(), 1).sides())) {
                throw broken(entry.seq(), "counts a slot and is booked as " + sides);
            }
            return;
        }
        String currency = currency(entry);
        Map<String, Long> expected = Entry.of(fact, currency).sides;
        if (!sides.equals(expected)) {
            throw broken(
                    entry.seq(),
                    "is booked as %s and says %s: %s".formatted(sides, expected, fact));
        }
    }

    /** A product's code is no currency: those are three capital letters. */
    private static String currency(WorldFact.FleetBooked entry) {
        for (WorldFact.Posting line : entry.postings()) {
            if (isCurrency(line.unit())) {
                return line.unit();
            }
        }
        return "";
    }

    private static boolean isCurrency(String unit) {
        return unit.length() == 3 && unit.chars().allMatch(c -> c >= 'A' && c <= 'Z');
    }

    /** An honest record can always be booked. */
    void parked(WorldFact.FleetParked parked, Node held) {
        Node node = once(parked.seq(), held);
        throw broken(
                parked.seq(),
                "is set aside by the fleet (%s): %s".formatted(parked.reason(), node.fact()));
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

    /** Everything that the fleet holds and that moves something is in the ledger. */
    void rest(Node held) {
        for (long seq = 1; seq <= held.seq(); seq++) {
            Node node = Lineage.at(held, seq);
            Fact fact = node == null ? null : node.fact();
            if (fact != null && !Entry.of(fact, "").sides.isEmpty()) {
                throw broken(seq, "is at the fleet and in no ledger: " + fact);
            }
        }
    }

    private static Broken broken(long seq, String loss) {
        return new Broken(NAME, "record " + seq + " " + loss);
    }

    /** What a record moves, by account and unit; debit is positive. */
    private static final class Entry {
        private final Map<String, Long> sides = new HashMap<>();

        static Entry of(Fact fact, String currency) {
            return new Entry().with(fact, currency);
        }

        private Entry with(Fact fact, String money) {
            return switch (fact) {
                case Fact.PaymentResolved f when f.outcome() == PaymentOutcome.APPROVED ->
                        moved(clearing(f.way()), "shopper", money, f.amountMinor());
                case Fact.DispenseResolved f ->
                        switch (f.verdict()) {
                            case DELIVERED ->
                                    moved("shopper", "sales", money, f.amountMinor())
                                            .moved("sold", "slot", f.goods().product(), 1);
                            case UNPROVEN -> moved("in-doubt", "slot", f.goods().product(), 1);
                            case NOT_DELIVERED -> this;
                        };
                case Fact.RefundResolved f ->
                        switch (f.outcome()) {
                            case RETURNED ->
                                    moved("shopper", clearing(f.way()), money, f.amountMinor());
                            case HANDED_OVER ->
                                    moved("shopper", "refunds-due", money, f.amountMinor());
                            case LOST, UNKNOWN -> this;
                        };
                case Fact.CaseOpened f ->
                        moved(
                                f.reason() == CaseReason.PAYMENT_NOT_KNOWN
                                        ? "card-unconfirmed"
                                        : "shopper",
                                "cases",
                                money,
                                f.amountMinor());
                case Fact _ -> this;
            };
        }

        private static String clearing(PaymentWay way) {
            return way.word() + "-clearing";
        }

        Entry moved(String debit, String credit, String unit, long amount) {
            if (amount != 0) {
                sides.put(debit + ' ' + unit, amount);
                sides.put(credit + ' ' + unit, -amount);
            }
            return this;
        }

        Set<String> sides() {
            return sides.keySet();
        }
    }
}
