package org.assistcounter.oracles;

import java.util.ArrayList;
import java.util.List;
import org.assistcounter.protocol.journal.CaseReason;
import org.assistcounter.protocol.journal.DispenseVerdict;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.PaymentOutcome;
import org.assistcounter.protocol.journal.PaymentWay;
import org.jspecify.annotations.Nullable;

/** What the records of one sale say, summed up, and what the world took and gave for it. */
final class SaleAccount {
    private final Fact.SaleOpened opening;
    private final List<Line> lines = new ArrayList<>();
    private final List<Request> requests = new ArrayList<>();
    private long charged;
    private long delivered;
    private long refunded;
    private long unproven;
    private long refundInDoubt;
    private long paymentInDoubt;
    private boolean closed;

    SaleAccount(Fact.SaleOpened opening) {
        this.opening = opening;
        for (Fact.SaleLine goods : opening.lines()) {
            lines.add(new Line(goods));
        }
    }

    String name() {
        return opening.sale().text();
    }

    Fact.SaleOpened opening() {
        return opening;
    }

    List<Line> lines() {
        return lines;
    }

    /** Null for a line that the sale did not open with. */
    @Nullable Line line(int number) {
        for (Line line : lines) {
            if (line.goods.line() == number) {
                return line;
            }
        }
        return null;
    }

    List<Request> requests() {
        return requests;
    }

    @Nullable Request request(int attempt) {
        for (Request request : requests) {
            if (request.attempt == attempt) {
                return request;
            }
        }
        return null;
    }

    /** The request that has no answer on disk yet. */
    @Nullable Request pending() {
        for (Request request : requests) {
            if (request.outcome == null) {
                return request;
            }
        }
        return null;
    }

    void charge(long amount) {
        charged += amount;
    }

    void deliver(long amount) {
        delivered += amount;
    }

    void refund(long amount) {
        refunded += amount;
    }

    void hold(CaseReason reason, long amount) {
        switch (reason) {
            case UNPROVEN_DELIVERY -> unproven += amount;
            case REFUND_NOT_PROVEN -> refundInDoubt += amount;
            case PAYMENT_NOT_KNOWN -> paymentInDoubt += amount;
        }
    }

    void close() {
        closed = true;
    }

    long charged() {
        return charged;
    }

    long delivered() {
        return delivered;
    }

    long refunded() {
        return refunded;
    }

    /** Money in cases that was charged for sure. */
    long held() {
        return unproven + refundInDoubt;
    }

    long unproven() {
        return unproven;
    }

    long refundInDoubt() {
        return refundInDoubt;
    }

    long paymentInDoubt() {
        return paymentInDoubt;
    }

    boolean closed() {
        return closed;
    }

    /** What is charged and has no end yet. */
    long undecided() {
        return charged - delivered - refunded - held();
    }

    /** The sum of the prices that were shown. */
    long price() {
        long sum = 0;
        for (Line line : lines) {
            sum += line.goods.priceMinor();
        }
        return sum;
    }

    /** What the world kept of what it took for this sale. */
    long kept() {
        long sum = 0;
        for (Request request : requests) {
            sum += request.took - request.gaveBack;
        }
        return sum;
    }

    /** One line and how it ended. */
    static final class Line {
        final Fact.SaleLine goods;
        boolean commanded;
        @Nullable DispenseVerdict verdict;
        boolean refundAsked;

        /** How the line ended, in a word; empty while it has not. */
        String end = "";

        Line(Fact.SaleLine goods) {
            this.goods = goods;
        }

        boolean ended() {
            return !end.isEmpty();
        }
    }

    /** One attempt to pay, by the records and by the world. */
    static final class Request {
        final int attempt;
        final PaymentWay way;
        final long asked;
        @Nullable PaymentOutcome outcome;
        long approved;
        long took;
        long gaveBack;
        int takings;

        Request(Fact.PaymentRequested fact) {
            this.attempt = fact.attempt();
            this.way = fact.way();
            this.asked = fact.amountMinor();
        }
    }
}
