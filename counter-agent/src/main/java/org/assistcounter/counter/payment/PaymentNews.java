package org.assistcounter.counter.payment;

import org.jspecify.annotations.Nullable;

/** What an attempt to pay has learnt, in one language for card and wallet. */
public sealed interface PaymentNews {

    /** Nothing that concerns the attempt. */
    record Nothing() implements PaymentNews {}

    /** A card is there: ask it for the money. */
    record CardPresent() implements PaymentNews {}

    /** The wallet's code can be shown. */
    record CodeReady(String code) implements PaymentNews {}

    /** Paid, this much. */
    record Approved(long amountMinor, @Nullable String reference) implements PaymentNews {}

    /** The reader approved a payment of nothing and waits to hear what became of the goods. */
    record ApprovedNothing() implements PaymentNews {}

    /** Refused by the reader; nothing was taken. */
    record Declined() implements PaymentNews {}

    /** It cannot be paid this way now; nothing was taken. */
    record Unavailable() implements PaymentNews {}

    /** Given up as asked; nothing was taken. */
    record GivenUp() implements PaymentNews {}

    /** Whether money was taken cannot be known here. */
    record NotKnown() implements PaymentNews {}
}
