package org.assistcounter.fleet.dashboards;

import java.time.ZoneId;
import org.assistcounter.fleet.ledger.BookedSale;
import org.assistcounter.fleet.ledger.SaleAccount;
import org.assistcounter.protocol.journal.PaymentWay;
import org.assistcounter.protocol.journal.SaleOutcome;
import org.jspecify.annotations.Nullable;

/** Puts sales into words. */
final class SaleRows {
    private final Words words;
    private final Fleet fleet;
    private final Pending pending;

    SaleRows(Words words, Fleet fleet, Pending pending) {
        this.words = words;
        this.fleet = fleet;
        this.pending = pending;
    }

    Rows.Sale row(BookedSale sale) {
        SaleAccount account = sale.account();
        ZoneId zone = fleet.zone(sale.counter());
        String product = account.lines().getFirst().goods().product();
        return new Rows.Sale(
                account.sale(),
                sale.receiptCode(),
                new Rows.When(words.time(sale.openedAt(), zone), sale.openedAt().toString()),
                new Rows.Goods(goods(account), words.county(product)),
                fleet.label(sale.counter()),
                way(account.way()),
                new Rows.Paid(Money.yuan(amount(account)), state(account)));
    }

    /** What was paid; the price while nothing is. */
    private static long amount(SaleAccount account) {
        long charged = account.amounts().charged();
        return charged == 0 ? account.priceMinor() : charged;
    }

    /** The first item by name, and how many more there are. */
    private String goods(SaleAccount account) {
        String first = words.product(account.lines().getFirst().goods().product());
        int more = account.lines().size() - 1;
        return more == 0 ? first : words.say("sale.goods-more", first, more);
    }

    private String way(@Nullable PaymentWay way) {
        return way == null ? "" : words.say("way." + way.word());
    }

    private State state(SaleAccount account) {
        if (pending.refunds().contains(account.sale())) {
            return State.watch(words.say("sale.refund-under-way"));
        }
        SaleOutcome outcome = account.outcome();
        if (outcome == null) {
            return State.watch(words.say("sale.under-way"));
        }
        if (outcome == SaleOutcome.CASE && !pending.cases().contains(account.sale())) {
            return State.off(words.say("sale.case-settled"));
        }
        String word = words.say("sale." + outcome.word());
        return switch (outcome) {
            case DELIVERED -> State.good(word);
            case REFUNDED, UNPAID -> State.off(word);
            case CASE -> State.bad(word);
        };
    }
}
