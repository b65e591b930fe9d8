package org.assistcounter.counter.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.assistcounter.protocol.journal.CaseReason;
import org.assistcounter.protocol.journal.DispenseVerdict;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.PaymentOutcome;
import org.assistcounter.protocol.journal.PaymentWay;
import org.assistcounter.protocol.journal.RefundOutcome;
import org.assistcounter.protocol.journal.SaleOutcome;

/** What the facts tell of one sale's money and goods, and what must hold of them. */
final class SaleMoney {
    private final Map<Integer, Line> lines = new HashMap<>();
    private final Set<PaymentWay> paidBy = EnumSet.noneOf(PaymentWay.class);
    private final long total;
    private long asked;
    private int approvals;
    private long charged;

    private static final class Line {
        private final long price;
        private boolean commanded;
        private boolean resolved;
        private boolean refundRequested;
        private long delivered;
        private long refunded;
        private long held;
        private boolean isDelivered;
        private boolean isRefunded;
        private boolean hasCase;

        Line(long price) {
            this.price = price;
        }

        boolean hasEnded() {
            return isDelivered || isRefunded || hasCase;
        }
    }

    SaleMoney(List<Fact.SaleLine> sold) {
        sold.forEach(line -> lines.put(line.line(), new Line(line.priceMinor())));
        total = sold.stream().mapToLong(Fact.SaleLine::priceMinor).sum();
    }

    /** What the attempt under way asked for. */
    long asked() {
        return asked;
    }

    void follow(Fact.OfSale fact) {
        switch (fact) {
            case Fact.SaleOpened _ -> throw new AssertionError("opened twice");
            case Fact.PaymentRequested f -> requested(f);
            case Fact.PaymentResolved f -> resolved(f);
            case Fact.DispenseCommanded f -> commanded(line(f.line()));
            case Fact.DispenseResolved f -> dispensed(line(f.goods().line()), f);
            case Fact.RefundRequested f -> {
                Line line = line(f.line());
                assertThat(line.refundRequested).as("one refund a line").isFalse();
                assertThat(f.amountMinor()).isPositive().isLessThanOrEqualTo(open());
                line.refundRequested = true;
            }
            case Fact.RefundResolved f -> refunded(line(f.line()), f);
            case Fact.CaseOpened f -> {
                Line line = line(f.line());
                assertThat(line.hasEnded()).as("one end a line").isFalse();
                line.hasCase = true;
                line.held = f.reason() == CaseReason.PAYMENT_NOT_KNOWN ? 0 : f.amountMinor();
            }
            case Fact.SaleClosed f -> closed(f);
        }
        assertThat(open()).as("never more given than paid").isNotNegative();
    }

    private Line line(int number) {
        Line line = lines.get(number);
        if (line == null) {
            throw new AssertionError("no line " + number);
        }
        assertThat(lines.entrySet().stream().filter(each -> each.getKey() < number))
                .as("the lines before have ended")
                .allMatch(each -> each.getValue().hasEnded());
        return line;
    }

    private long open() {
        return charged - sum(each -> each.delivered + each.refunded + each.held);
    }

    private long sum(ToLongFunction<Line> of) {
        return lines.values().stream().mapToLong(of).sum();
    }

    private void requested(Fact.PaymentRequested fact) {
        asked = fact.amountMinor();
        switch (fact.way()) {
            case WALLET -> assertThat(asked).as("a wallet pays all").isEqualTo(total);
            case CARD ->
                    assertThat(lines.values())
                            .as("a card pays a line that is left")
                            .anyMatch(line -> !line.hasEnded() && line.price == asked);
        }
    }

    private void resolved(Fact.PaymentResolved fact) {
        assertThat(asked).as("asked for before it is resolved").isPositive();
        if (fact.outcome() != PaymentOutcome.APPROVED) {
            return;
        }
        approvals++;
        paidBy.add(fact.way());
        assertThat(open()).as("charged again only when all of before is settled").isZero();
        assertThat(paidBy).as("one way").hasSize(1);
        assertThat(approvals)
                .as("charged once, by card once a line")
                .isLessThanOrEqualTo(fact.way() == PaymentWay.CARD ? lines.size() : 1);
        charged += fact.amountMinor();
    }

    private void commanded(Line line) {
        assertThat(open()).as("no item leaves unpaid").isPositive();
        assertThat(line.commanded).as("one turn a line").isFalse();
        line.commanded = true;
    }

    private static void dispensed(Line line, Fact.DispenseResolved fact) {
        assertThat(line.commanded).as("commanded before it is resolved").isTrue();
        assertThat(line.resolved).as("one end of a turn").isFalse();
        line.resolved = true;
        if (fact.verdict() == DispenseVerdict.DELIVERED) {
            line.isDelivered = true;
            line.delivered = fact.amountMinor();
        }
    }

    private static void refunded(Line line, Fact.RefundResolved fact) {
        assertThat(line.refundRequested).as("requested before it is resolved").isTrue();
        assertThat(line.hasEnded()).as("one end a line").isFalse();
        boolean isBack =
                fact.outcome() == RefundOutcome.RETURNED
                        || fact.outcome() == RefundOutcome.HANDED_OVER;
        if (isBack) {
            line.isRefunded = true;
            line.refunded = fact.amountMinor();
        }
    }

    private void closed(Fact.SaleClosed fact) {
        assertThat(fact.chargedMinor()).isEqualTo(charged);
        assertThat(fact.refundedMinor()).isEqualTo(sum(line -> line.refunded));
        assertThat(fact.heldMinor()).isEqualTo(sum(line -> line.held));
        assertThat(open()).as("charged is delivered, refunded or held").isZero();
        assertThat(fact.outcome()).isEqualTo(outcome());
    }

    private SaleOutcome outcome() {
        if (lines.values().stream().anyMatch(line -> line.hasCase)) {
            return SaleOutcome.CASE;
        }
        if (lines.values().stream().anyMatch(line -> line.isDelivered)) {
            return SaleOutcome.DELIVERED;
        }
        return approvals == 0 ? SaleOutcome.UNPAID : SaleOutcome.REFUNDED;
    }
}
