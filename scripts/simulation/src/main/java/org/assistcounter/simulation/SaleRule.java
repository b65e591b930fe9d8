package org.assistcounter.simulation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assistcounter.protocol.journal.CaseReason;
import org.assistcounter.protocol.journal.DispenseVerdict;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.PaymentOutcome;
import org.assistcounter.protocol.journal.PaymentWay;
import org.assistcounter.protocol.journal.RefundOutcome;
import org.assistcounter.protocol.shelf.ShelfRelease;
import org.assistcounter.protocol.shelf.ShelfSlot;

/**
 * The arithmetic of one sale, done again from its facts: the price shown is the price asked for, no
 * more is approved than that, nothing leaves unpaid, every line ends once, and what was paid is
 * delivered, given back or held when the sale closes.
 */
final class SaleRule {
    private final Map<String, Open> open = new HashMap<>();

    private static final class Open {
        private final List<Fact.SaleLine> lines;
        private final Set<Integer> ended = new HashSet<>();
        private long asked;
        private long charged;
        private long settled;
        private long refunded;
        private long held;

        Open(List<Fact.SaleLine> lines) {
            this.lines = lines;
        }

        long price(PaymentWay way) {
            return switch (way) {
                case WALLET -> lines.stream().mapToLong(Fact.SaleLine::priceMinor).sum();
                case CARD -> lines.get(ended.size()).priceMinor();
            };
        }

        void end(int line, long amount) {
            Violation.unless(ended.add(line), "a line of a sale ends twice");
            settled += amount;
            Violation.unless(settled <= charged, "more is settled of a sale than was paid for it");
        }
    }

    /** A fact is on disk; the counter shows {@code shelf}. */
    void follow(Fact fact, ShelfRelease shelf) {
        switch (fact) {
            case Fact.SaleOpened f -> opened(f, shelf);
            case Fact.OfSale f -> {
                Open sale = open.get(f.sale().text());
                if (sale == null) {
                    throw new Violation("a fact belongs to a sale that is not open: " + f);
                }
                follow(sale, f);
            }
            case Fact _ -> {}
        }
    }

    private void opened(Fact.SaleOpened fact, ShelfRelease shelf) {
        for (Fact.SaleLine line : fact.lines()) {
            Violation.unless(
                    shelf.slots().stream().anyMatch(slot -> isShown(slot, line)),
                    "a sale opens with goods or a price that the shelf does not show");
        }
        Violation.unless(open.isEmpty(), "a sale opens while another one is open");
        open.put(fact.sale().text(), new Open(fact.lines()));
    }

    private static boolean isShown(ShelfSlot slot, Fact.SaleLine line) {
        return slot.slot() == line.slot()
                && slot.product().equals(line.product())
                && slot.lot().number().equals(line.lot())
                && slot.priceMinor() == line.priceMinor();
    }

    private void follow(Open sale, Fact.OfSale fact) {
        switch (fact) {
            case Fact.SaleOpened _, Fact.RefundRequested _ -> {}
            case Fact.PaymentRequested f -> {
                Violation.unless(
                        f.amountMinor() == sale.price(f.way()),
                        "another price is asked for than was shown");
                sale.asked = f.amountMinor();
            }
            case Fact.PaymentResolved f -> {
                Violation.unless(
                        f.amountMinor() <= sale.asked, "more is approved than was asked for");
                sale.charged += f.outcome() == PaymentOutcome.APPROVED ? f.amountMinor() : 0;
            }
            case Fact.DispenseCommanded _ ->
                    Violation.unless(sale.charged > sale.settled, "goods leave unpaid");
            case Fact.DispenseResolved f -> {
                if (f.verdict() == DispenseVerdict.DELIVERED) {
                    sale.end(f.goods().line(), f.amountMinor());
                }
            }
            case Fact.RefundResolved f -> refunded(sale, f);
            case Fact.CaseOpened f -> {
                long amount = f.reason() == CaseReason.PAYMENT_NOT_KNOWN ? 0 : f.amountMinor();
                sale.end(f.line(), amount);
                sale.held += amount;
            }
            case Fact.SaleClosed f -> closed(sale, f);
        }
    }

    private static void refunded(Open sale, Fact.RefundResolved fact) {
        if (fact.outcome() == RefundOutcome.RETURNED
                || fact.outcome() == RefundOutcome.HANDED_OVER) {
            sale.end(fact.line(), fact.amountMinor());
            sale.refunded += fact.amountMinor();
        }
    }

    private void closed(Open sale, Fact.SaleClosed fact) {
        open.remove(fact.sale().text());
        Violation.unless(
                sale.charged == sale.settled
                        && sale.charged == fact.chargedMinor()
                        && sale.refunded == fact.refundedMinor()
                        && sale.held == fact.heldMinor(),
                "a sale closes, and what was paid is not delivered, given back or held");
    }
}
