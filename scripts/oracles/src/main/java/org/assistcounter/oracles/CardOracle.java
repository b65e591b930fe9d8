package org.assistcounter.oracles;

import org.assistcounter.oracles.SaleAccount.Request;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.PaymentOutcome;
import org.assistcounter.protocol.journal.PaymentWay;
import org.assistcounter.protocol.journal.RefundOutcome;
import org.jspecify.annotations.Nullable;

/**
 * The card reader against the records. A reader knows no sales: what it takes is for the newest
 * request by card that is on disk. What it keeps of a closed sale is what the sale says was bought
 * or is held; only a case may explain more, and no more than its amount.
 */
final class CardOracle implements Oracle {
    static final String NAME = "card";

    private final Sales sales;
    private @Nullable SaleAccount sale;
    private @Nullable Request request;

    CardOracle(Sales sales) {
        this.sales = sales;
    }

    @Override
    public void saw(long atMillis, WorldFact.AtCounter fact) {
        switch (fact) {
            case WorldFact.CardTook took -> take(took.amountMinor());
            case WorldFact.CardGaveBack gave -> giveBack(gave.amountMinor());
            case WorldFact.AtCounter _ -> {}
        }
    }

    private void take(long amount) {
        if (sale == null || request == null) {
            throw new Broken(
                    NAME, Broken.money(amount) + " taken from a card, and no record asked for it");
        }
        if (request.outcome != null && request.outcome != PaymentOutcome.UNKNOWN) {
            throw broken(sale, Broken.money(amount) + " taken after the attempt had ended");
        }
        if (++request.takings > 1) {
            throw broken(sale, "a card paid twice for one attempt");
        }
        if (amount > request.asked) {
            throw broken(
                    sale,
                    "%s taken, %s asked for"
                            .formatted(Broken.money(amount), Broken.money(request.asked)));
        }
        request.took += amount;
        compareClosed(sale);
    }

    private void giveBack(long amount) {
        if (sale == null || request == null || request.took - request.gaveBack < amount) {
            throw new Broken(NAME, Broken.money(amount) + " given back that was not taken before");
        }
        request.gaveBack += amount;
        compareClosed(sale);
    }

    private static void compareClosed(SaleAccount sale) {
        if (sale.closed()) {
            compare(sale);
        }
    }

    @Override
    public void read(long atMillis, Written written) {
        switch (written.fact()) {
            case Fact.PaymentRequested f when f.way() == PaymentWay.CARD -> asked(f);
            case Fact.PaymentResolved f when f.way() == PaymentWay.CARD -> answered(f);
            case Fact.RefundResolved f when f.way() == PaymentWay.CARD -> returned(f);
            case Fact.SaleClosed f -> {
                SaleAccount closed = sales.find(f.sale().text());
                if (closed != null) {
                    compare(closed);
                }
            }
            case Fact _ -> {}
        }
    }

    private void asked(Fact.PaymentRequested fact) {
        sale = sales.find(fact.sale().text());
        request = sale == null ? null : sale.request(fact.attempt());
    }

    private void answered(Fact.PaymentResolved fact) {
        if (sale == null || request == null || fact.outcome() != PaymentOutcome.APPROVED) {
            return;
        }
        long kept = request.took - request.gaveBack;
        if (kept != fact.amountMinor()) {
            throw broken(
                    sale,
                    "%s is booked as paid by card; the reader has %s"
                            .formatted(Broken.money(fact.amountMinor()), Broken.money(kept)));
        }
    }

    private void returned(Fact.RefundResolved fact) {
        if (sale == null || request == null) {
            return;
        }
        if (fact.outcome() == RefundOutcome.HANDED_OVER) {
            throw broken(sale, "money of a card is handed over to nobody");
        }
        if (fact.outcome() == RefundOutcome.RETURNED && request.gaveBack < fact.amountMinor()) {
            throw broken(
                    sale,
                    "%s is booked as back on the card; the reader gave back %s"
                            .formatted(
                                    Broken.money(fact.amountMinor()),
                                    Broken.money(request.gaveBack)));
        }
    }

    /** What the reader keeps of a closed sale lies between what is sure and what cases explain. */
    private static void compare(SaleAccount sale) {
        long kept = 0;
        boolean byWallet = false;
        boolean byCard = false;
        for (Request paid : sale.requests()) {
            if (paid.way == PaymentWay.CARD) {
                kept += paid.took - paid.gaveBack;
                byCard = true;
            } else if (paid.outcome == PaymentOutcome.APPROVED) {
                byWallet = true;
            }
        }
        if (!byCard) {
            return;
        }
        long least = byWallet ? 0 : sale.delivered() + sale.unproven();
        long most = byWallet ? 0 : least + sale.refundInDoubt() + sale.paymentInDoubt();
        if (kept < least) {
            throw broken(
                    sale,
                    "goods for %s, and the reader kept %s"
                            .formatted(Broken.money(least), Broken.money(kept)));
        }
        if (kept > most) {
            throw broken(
                    sale,
                    "the reader kept %s; goods and cases explain %s"
                            .formatted(Broken.money(kept), Broken.money(most)));
        }
    }

    @Override
    public void rest(long atMillis) {
        for (SaleAccount each : sales.all()) {
            compareClosed(each);
        }
    }

    private static Broken broken(SaleAccount sale, String loss) {
        return new Broken(NAME, sale.name() + " " + loss);
    }
}
