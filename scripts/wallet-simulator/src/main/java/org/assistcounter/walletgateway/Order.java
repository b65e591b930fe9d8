package org.assistcounter.walletgateway;

/**
 * An order in a wallet's books.
 *
 * @param number the merchant's
 * @param transaction the wallet's own number; empty until it is paid
 * @param paidAt milliseconds since 1970; 0 until it is paid
 */
record Order(
        String wallet, String number, Terms terms, State state, String transaction, long paidAt) {

    /** What was asked for; times are milliseconds since 1970, and 0 is never. */
    record Terms(
            long amountMinor, String description, String notifyUrl, boolean isScanned, long ends) {}

    /** SHOWN: Alipay knows a trade only after its code was scanned. REVERSED: money is back. */
    enum State {
        SHOWN,
        WAITING,
        PAID,
        CLOSED,
        REVERSED
    }

    Order with(State next) {
        return new Order(wallet, number, terms, next, transaction, paidAt);
    }

    Order paid(String by, long at) {
        return new Order(wallet, number, terms, State.PAID, by, at);
    }

    boolean isOpen() {
        return state == State.SHOWN || state == State.WAITING;
    }
}
