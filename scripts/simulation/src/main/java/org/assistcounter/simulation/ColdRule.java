package org.assistcounter.simulation;

import java.util.HashSet;
import java.util.Set;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.PaymentOutcome;
import org.assistcounter.protocol.journal.RefundOutcome;
import org.assistcounter.protocol.journal.SaleOutcome;
import org.assistcounter.protocol.shelf.Product;
import org.assistcounter.protocol.shelf.ShelfRelease;
import org.assistcounter.protocol.shelf.ShelfSlot;

/**
 * Nothing that the cold chain locks is dispensed or stays paid, and nothing is dispensed that has
 * truly been warm for longer than the rules can miss: half an hour, as much grace, and as long as a
 * thermometer may be stuck: what does not move for an hour is no longer believed, but every start
 * of the agent begins that hour anew.
 */
final class ColdRule {
    private static final long MINUTE = 60_000;
    private static final long MISSED_MINUTES_MAX = 65;
    private static final long STUCK_MINUTES = 120;

    private final Set<Integer> chilled = new HashSet<>();
    private final Set<String> paidWhileLocked = new HashSet<>();
    private final Set<String> ofChilled = new HashSet<>();
    private final CoolCompartment felt;
    private boolean isLocked;

    ColdRule(ShelfRelease release, CoolCompartment felt) {
        this.felt = felt;
        Set<String> products = new HashSet<>();
        for (Product product : release.products()) {
            if (product.packing().chilled()) {
                products.add(product.code());
            }
        }
        for (ShelfSlot slot : release.slots()) {
            if (products.contains(slot.product())) {
                chilled.add(slot.slot());
            }
        }
    }

    private long missedMillisMax() {
        return MINUTE * (MISSED_MINUTES_MAX + (felt.wasStuck() ? STUCK_MINUTES : 0));
    }

    void follow(Fact fact) {
        switch (fact) {
            case Fact.StockCounted _ -> felt.restocked();
            case Fact.ColdChainSwitched f -> {
                isLocked = f.locked();
                if (!isLocked) {
                    felt.restocked();
                }
            }
            case Fact.SaleOpened f -> {
                if (f.lines().stream().allMatch(line -> chilled.contains(line.slot()))) {
                    ofChilled.add(f.sale().text());
                }
            }
            case Fact.PaymentResolved f when f.outcome() == PaymentOutcome.APPROVED -> {
                if (isLocked && ofChilled.contains(f.sale().text())) {
                    paidWhileLocked.add(f.sale().text());
                }
            }
            case Fact.RefundResolved f
                    when f.outcome() == RefundOutcome.RETURNED
                            || f.outcome() == RefundOutcome.HANDED_OVER ->
                    paidWhileLocked.remove(f.sale().text());
            case Fact.DispenseCommanded f when chilled.contains(f.slot()) -> {
                Violation.unless(!isLocked, "goods are dispensed that the cold chain locks");
                Violation.unless(
                        felt.warmMillis() <= missedMillisMax(),
                        "goods are dispensed that were too warm for too long");
            }
            case Fact.SaleClosed f ->
                    Violation.unless(
                            f.outcome() != SaleOutcome.DELIVERED
                                    || !paidWhileLocked.contains(f.sale().text()),
                            "goods that the cold chain locks stay paid");
            case Fact _ -> {}
        }
    }
}
