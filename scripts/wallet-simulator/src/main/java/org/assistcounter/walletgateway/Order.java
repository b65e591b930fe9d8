package org.assistcounter.walletgateway;

/**
 * An order in a wallet's books.
 *
 * @param number the merchant's
 * @param transaction the wallet's own number; empty until it is paid
 */
record Order(String wallet, String number, Terms terms, State state, String transaction) {

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

    Order with(State next, String number) {
        return new Order(wallet, this.number, terms, next, number);
    }

    boolean isOpen() {
        return state == State.SHOWN || state == State.WAITING;
    }
}
