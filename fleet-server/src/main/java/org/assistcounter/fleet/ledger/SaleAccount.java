package org.assistcounter.fleet.ledger;

import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.PaymentWay;
import org.assistcounter.protocol.journal.SaleOutcome;
import org.jspecify.annotations.Nullable;

/**
 * How one sale stands. Charged is delivered plus refunded plus held once it is closed.
 *
 * @param way how it was paid; null while it was not tried
 * @param outcome null while the sale is open
 */
public record SaleAccount(
        String sale,
        String currency,
        Fact.SaleLine line,
        @Nullable PaymentWay way,
        Amounts amounts,
        Progress progress,
        @Nullable SaleOutcome outcome) {

    /** Sums of minor units. */
    public record Amounts(long charged, long delivered, long refunded, long held) {
        static final Amounts ZERO = new Amounts(0, 0, 0, 0);

        /** Paid, and neither delivered nor given back nor held. */
        public long open() {
            return charged - delivered - refunded - held;
        }

        Amounts charge(long amount) {
            return new Amounts(charged + amount, delivered, refunded, held);
        }

        Amounts deliver(long amount) {
            return new Amounts(charged, delivered + amount, refunded, held);
        }

        Amounts refund(long amount) {
            return new Amounts(charged, delivered, refunded + amount, held);
        }

        Amounts hold(long amount) {
            return new Amounts(charged, delivered, refunded, held + amount);
        }
    }

    /** How far the goods are. */
    public enum Progress {
        OPENED,
        COMMANDED,
        RESOLVED
    }

    static SaleAccount opened(Fact.SaleOpened fact) {
        return new SaleAccount(
                fact.sale().text(),
                fact.currency(),
                fact.lines().getFirst(),
                null,
                Amounts.ZERO,
                Progress.OPENED,
                null);
    }

    SaleAccount by(PaymentWay next) {
        return new SaleAccount(sale, currency, line, next, amounts, progress, outcome);
    }

    SaleAccount with(Amounts next) {
        return new SaleAccount(sale, currency, line, way, next, progress, outcome);
    }

    SaleAccount with(Progress next) {
        return new SaleAccount(sale, currency, line, way, amounts, next, outcome);
    }

    SaleAccount closed(SaleOutcome next) {
        return new SaleAccount(sale, currency, line, way, amounts, progress, next);
    }
}
