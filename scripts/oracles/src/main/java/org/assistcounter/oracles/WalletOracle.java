package org.assistcounter.oracles;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.assistcounter.oracles.SaleAccount.Request;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.PaymentOutcome;
import org.assistcounter.protocol.journal.PaymentWay;

/**
 * The wallets' own accounts against the records. An order is paid once and given back at most once
 * a refund, never beyond what was paid; when all has come to rest it holds what its sale says.
 */
final class WalletOracle implements Oracle {
    static final String NAME = "wallet";

    private final Sales sales;
    private final Map<String, Order> orders = new HashMap<>();

    WalletOracle(Sales sales) {
        this.sales = sales;
    }

    /** One order in the wallet's books. */
    private static final class Order {
        final SaleAccount sale;
        final Request request;
        final Set<String> refunds = new HashSet<>();

        Order(SaleAccount sale, Request request) {
            this.sale = sale;
            this.request = request;
        }
    }

    @Override
    public void saw(long atMillis, WorldFact.AtCounter fact) {
        switch (fact) {
            case WorldFact.WalletTook took -> take(took);
            case WorldFact.WalletGaveBack gave -> giveBack(gave);
            case WorldFact.AtCounter _ -> {}
        }
    }

    private void take(WorldFact.WalletTook took) {
        Order order = orders.get(took.attempt());
        if (order == null) {
            throw new Broken(
                    NAME,
                    "%s taken for %s, which no record asked for"
                            .formatted(Broken.money(took.amountMinor()), took.attempt()));
        }
        if (++order.request.takings > 1) {
            throw broken(order, "is paid twice");
        }
        if (took.amountMinor() != order.request.asked) {
            throw broken(
                    order,
                    "cost %s, taken were %s"
                            .formatted(
                                    Broken.money(order.request.asked),
                                    Broken.money(took.amountMinor())));
        }
        order.request.took += took.amountMinor();
    }

    private void giveBack(WorldFact.WalletGaveBack gave) {
        Order order = orders.get(gave.attempt());
        if (order == null) {
            throw new Broken(NAME, gave.attempt() + " is given back and was never an order");
        }
        Request request = order.request;
        if (!order.refunds.add(gave.refund())) {
            throw broken(order, "pays refund " + gave.refund() + " twice");
        }
        request.gaveBack += gave.amountMinor();
        if (request.gaveBack > request.took) {
            throw broken(
                    order,
                    "took %s and gave back %s"
                            .formatted(Broken.money(request.took), Broken.money(request.gaveBack)));
        }
        if (request.outcome == PaymentOutcome.APPROVED
                && request.gaveBack > order.sale.refunded()) {
            throw broken(
                    order,
                    "gave back %s, its sale only %s: goods and money"
                            .formatted(
                                    Broken.money(request.gaveBack),
                                    Broken.money(order.sale.refunded())));
        }
    }

    @Override
    public void read(long atMillis, Written written) {
        switch (written.fact()) {
            case Fact.PaymentRequested f when f.way() == PaymentWay.WALLET -> {
                SaleAccount sale = sales.find(f.sale().text());
                Request request = sale == null ? null : sale.request(f.attempt());
                if (sale != null && request != null) {
                    orders.put(f.sale().attempt(f.attempt()), new Order(sale, request));
                }
            }
            case Fact.PaymentResolved f
                    when f.way() == PaymentWay.WALLET && f.outcome() == PaymentOutcome.APPROVED -> {
                Order order = orders.get(f.sale().attempt(f.attempt()));
                if (order != null) {
                    approved(order, f.amountMinor());
                }
            }
            case Fact _ -> {}
        }
    }

    private static void approved(Order order, long amount) {
        long kept = order.request.took - order.request.gaveBack;
        if (kept != amount) {
            throw broken(
                    order,
                    "is booked with %s; the wallet has %s"
                            .formatted(Broken.money(amount), Broken.money(kept)));
        }
    }

    @Override
    public void rest(long atMillis) {
        for (Order order : orders.values()) {
            SaleAccount sale = order.sale;
            boolean approved = order.request.outcome == PaymentOutcome.APPROVED;
            long least = approved ? sale.charged() - sale.refunded() : 0;
            long most = approved ? least : sale.paymentInDoubt();
            long kept = order.request.took - order.request.gaveBack;
            if (kept < least || kept > most) {
                throw broken(
                        order,
                        "keeps %s; its sale explains %s to %s"
                                .formatted(
                                        Broken.money(kept),
                                        Broken.money(least),
                                        Broken.money(most)));
            }
        }
    }

    private static Broken broken(Order order, String loss) {
        return new Broken(NAME, order.sale.name() + "-" + order.request.attempt + " " + loss);
    }
}
