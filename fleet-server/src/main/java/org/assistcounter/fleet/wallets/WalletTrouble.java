package org.assistcounter.fleet.wallets;

/**
 * A wallet could not be asked or gave no clear answer: how the payment stands is not known by it.
 * Its words go to logs, so they never hold what was sent: a payment code is money.
 */
public final class WalletTrouble extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** In words that anybody may read. */
    public WalletTrouble(String words) {
        super(words);
    }

    /** What a log may say of a failure; libraries like to quote the whole request. */
    static String words(Throwable failure) {
        return failure instanceof WalletTrouble trouble
                ? String.valueOf(trouble.getMessage())
                : failure.getClass().getName();
    }
}
