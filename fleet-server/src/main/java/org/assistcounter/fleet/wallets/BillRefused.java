package org.assistcounter.fleet.wallets;

/** A bill is not believed. It ends the reading of the bill, and nothing of it is kept. */
public final class BillRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final BillAnswer.Fault fault;

    /** In words that anybody may read. */
    public BillRefused(BillAnswer.Fault fault, String words) {
        super(words);
        this.fault = fault;
    }

    /** The same as a value. */
    public BillAnswer.Refused answer() {
        return new BillAnswer.Refused(fault, String.valueOf(getMessage()));
    }
}
