package org.assistcounter.oracles;

import org.assistcounter.oracles.SaleAccount.Line;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.SaleOutcome;

/** How a sale may end. */
final class SaleClosing {
    private SaleClosing() {}

    static void check(SaleAccount sale, Fact.SaleClosed fact) {
        if (sale.pending() != null) {
            throw SaleOracle.broken(sale, "ends while somebody may be paying");
        }
        if (sale.undecided() != 0) {
            throw SaleOracle.broken(
                    sale,
                    "ends, and %s is neither goods nor given back nor in a case"
                            .formatted(Broken.money(sale.undecided())));
        }
        if (fact.chargedMinor() != sale.charged()
                || fact.refundedMinor() != sale.refunded()
                || fact.heldMinor() != sale.held()) {
            throw SaleOracle.broken(sale, "closes with sums that its records do not have: " + fact);
        }
        SaleOutcome outcome = outcome(sale);
        if (fact.outcome() != outcome) {
            throw SaleOracle.broken(sale, "closes as " + fact.outcome() + " and was " + outcome);
        }
    }

    private static SaleOutcome outcome(SaleAccount sale) {
        boolean delivered = false;
        boolean refunded = false;
        for (Line line : sale.lines()) {
            switch (line.end) {
                case "in a case" -> {
                    return SaleOutcome.CASE;
                }
                case "delivered" -> delivered = true;
                case "refunded" -> refunded = true;
                default -> {}
            }
        }
        if (delivered) {
            return SaleOutcome.DELIVERED;
        }
        return refunded ? SaleOutcome.REFUNDED : SaleOutcome.UNPAID;
    }
}
