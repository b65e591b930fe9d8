package org.assistcounter.fleet.ledger;

import java.util.List;
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
        List<Line> lines,
        @Nullable PaymentWay way,
        Amounts amounts,
        @Nullable SaleOutcome outcome) {

    public SaleAccount {
        lines = List.copyOf(lines);
    }

    /** One item of the sale, and how far it is. */
    public record Line(Fact.SaleLine goods, Progress progress) {}

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

    /** How far a line is. */
    public enum Progress {
        OPENED,
        COMMANDED,
        /** The turn is over and nothing was delivered. */
        RESOLVED,
        DELIVERED,
        /** The counter gave its money back, or handed that over to the fleet. */
        GIVEN_BACK,
        /** Its money is held by a case. */
        HELD;

        /** Whether nothing more happens to it at the counter. */
        public boolean isEnded() {
            return switch (this) {
                case OPENED, COMMANDED, RESOLVED -> false;
                case DELIVERED, GIVEN_BACK, HELD -> true;
            };
        }
    }

    static SaleAccount opened(Fact.SaleOpened fact) {
        return new SaleAccount(
                fact.sale().text(),
                fact.currency(),
                fact.lines().stream().map(line -> new Line(line, Progress.OPENED)).toList(),
                null,
                Amounts.ZERO,
                null);
    }

    /** How far the line of this number is; null when the sale has no such line. */
    @Nullable Progress progress(int line) {
        for (Line each : lines) {
            if (each.goods().line() == line) {
                return each.progress();
            }
        }
        return null;
    }

    /** Whether the line of this number is over; one that the sale lacks is not. */
    boolean hasEnded(int line) {
        Progress progress = progress(line);
        return progress != null && progress.isEnded();
    }

    /** Whether a line is still neither delivered, given back nor in a case. */
    boolean hasOpenLine() {
        return lines.stream().anyMatch(line -> !line.progress().isEnded());
    }

    /** The price of all lines. */
    public long priceMinor() {
        return lines.stream().mapToLong(line -> line.goods().priceMinor()).sum();
    }

    SaleAccount by(PaymentWay next) {
        return new SaleAccount(sale, currency, lines, next, amounts, outcome);
    }

    SaleAccount with(Amounts next) {
        return new SaleAccount(sale, currency, lines, way, next, outcome);
    }

    SaleAccount with(int line, Progress next) {
        List<Line> moved =
                lines.stream()
                        .map(each ->
                                each.goods().line() == line ? new Line(each.goods(), next) : each)
                        .toList();
        return new SaleAccount(sale, currency, moved, way, amounts, outcome);
    }

    SaleAccount closed(SaleOutcome next) {
        return new SaleAccount(sale, currency, lines, way, amounts, next);
    }
}
