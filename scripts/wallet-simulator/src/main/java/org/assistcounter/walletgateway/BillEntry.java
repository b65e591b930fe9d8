package org.assistcounter.walletgateway;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * What happened to an order, as a bill tells it.
 *
 * @param refund the merchant's number; empty unless it is one
 */
record BillEntry(Kind kind, Order order, String refund, long amountMinor, Instant at) {
    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(BEIJING);

    /** Which way the money went. */
    enum Kind {
        PAID,
        REFUNDED,
        REVERSED
    }

    static BillEntry paid(Order order) {
        return of(Kind.PAID, order);
    }

    static BillEntry reversed(Order order) {
        return of(Kind.REVERSED, order);
    }

    private static BillEntry of(Kind kind, Order order) {
        Instant at = Instant.ofEpochMilli(order.paidAt());
        return new BillEntry(kind, order, "", order.terms().amountMinor(), at);
    }

    static BillEntry refunded(Order order, Refund refund) {
        return new BillEntry(
                Kind.REFUNDED,
                order,
                refund.refund(),
                refund.amountMinor(),
                Instant.ofEpochMilli(refund.at()));
    }

    BillEntry with(long amount) {
        return new BillEntry(kind, order, refund, amount, at);
    }

    boolean isOf(LocalDate day) {
        return LocalDate.ofInstant(at, BEIJING).equals(day);
    }

    String time() {
        return TIME.format(at);
    }
}
