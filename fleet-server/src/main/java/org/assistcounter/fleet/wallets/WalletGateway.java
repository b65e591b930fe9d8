package org.assistcounter.fleet.wallets;

import reactor.core.publisher.Mono;

/**
 * A wallet as the fleet uses it. Every call may be repeated: the attempt is the wallet's order
 * number and the refund's number is its refund number, and a wallet does each once.
 */
public interface WalletGateway {

    /** Makes an order, and tells what the shopper scans. */
    Mono<String> order(Order order);

    /** How the order stands. */
    Mono<Standing> query(String attempt);

    /** Makes sure that it cannot be paid any more; tells how it stood then. */
    Mono<Standing> close(String attempt);

    /** Sends money back; completes when the wallet has done it. */
    Mono<Void> refund(Refund refund);

    /**
     * What shall be paid.
     *
     * @param description shown to the payer
     */
    record Order(String attempt, long amountMinor, String currency, String description) {}

    /** A part of a paid order that goes back. */
    record Refund(String refund, String attempt, long amountMinor, String reason) {}

    /**
     * How an order stands.
     *
     * @param amountMinor what was paid; 0 while nothing is
     * @param transaction the wallet's own number; empty while nothing is paid
     */
    record Standing(State state, long amountMinor, String transaction) {}

    /** The states of an order. */
    enum State {
        WAITING,
        PAID,
        CLOSED
    }
}
