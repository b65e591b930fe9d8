package org.assistcounter.fleet.wallets;

import java.time.Duration;
import java.time.Instant;
import org.assistcounter.protocol.ask.PaymentCode;
import reactor.core.publisher.Mono;

/**
 * A wallet as the fleet uses it. Every call may be repeated: the attempt is the wallet's order
 * number and the refund's number is its refund number, and a wallet does each once.
 */
public interface WalletGateway {

    /** Who it is, and how often it wants to be asked. */
    Terms terms();

    /** Makes an order, and tells what the shopper scans. */
    Mono<String> order(Order order);

    /** Takes the money by the code that the payer's phone showed; the payer may have to agree. */
    Mono<Standing> charge(Order order, PaymentCode code);

    /** How the order stands; empty when the wallet does not know it. */
    Mono<Standing> query(String attempt);

    /**
     * Makes sure that it cannot be paid any more; tells how it stood then. Empty when the wallet
     * does not know it.
     */
    Mono<Standing> close(String attempt);

    /** Orders that money goes back, and tells how far that is. */
    Mono<RefundStanding> refund(Refund refund);

    /** How far a refund is; empty when the wallet does not know it. */
    Mono<RefundStanding> refundStanding(String refund);

    /**
     * What holds for every order.
     *
     * @param pace the shortest time between two questions about the same order or refund
     */
    record Terms(WalletKind kind, Duration pace) {}

    /**
     * What shall be paid.
     *
     * @param description shown to the payer
     * @param expiresAt when the wallet closes it by itself
     */
    record Order(
            String attempt,
            long amountMinor,
            String currency,
            String description,
            Instant expiresAt) {}

    /**
     * A part of a paid order that goes back.
     *
     * @param totalMinor of the whole order
     */
    record Refund(
            String refund,
            String attempt,
            long amountMinor,
            long totalMinor,
            String currency,
            String reason) {}

    /**
     * How an order stands.
     *
     * @param amountMinor what was paid; 0 while nothing is
     * @param transaction the wallet's own number; empty while nothing is paid
     */
    record Standing(State state, long amountMinor, String transaction) {}

    /** How far a refund is; what is processing has to be asked about again. */
    enum RefundStanding {
        PROCESSING,
        DONE,
        FAILED
    }

    /**
     * The states of an order. All but the first are final; only proof of a payment still changes a
     * final one.
     */
    enum State {
        WAITING,
        PAID,
        CLOSED,
        /** The wallet refused the payment; nothing was taken. */
        REFUSED,
        /** The wallet has never heard of it, and its time is over. */
        UNKNOWN
    }
}
