package org.assistcounter.protocol.identity;

/**
 * The identity of a sale: 128 random bits drawn before anything else happens, written as 26 digits
 * of Crockford's base 32 so that an attempt's id stays within a wallet's 32 characters.
 */
public record SaleId(String text) {
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BITS_PER_DIGIT = 5;
    private static final int LENGTH = 26;
    private static final int RECEIPT_GROUP = 4;

    public SaleId {
        if (!isForm(text)) {
            throw new IllegalArgumentException("a sale id is 26 base-32 digits, not " + text);
        }
    }

    /** The first digit holds three bits only. */
    private static boolean isForm(String text) {
        if (text.length() != LENGTH || text.charAt(0) < '0' || text.charAt(0) > '7') {
            return false;
        }
        for (int i = 1; i < LENGTH; i++) {
            if (DIGITS.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** From 128 random bits. */
    public static SaleId of(long high, long low) {
        StringBuilder text = new StringBuilder(LENGTH);
        long highRest = high;
        long lowRest = low;
        for (int i = 0; i < LENGTH; i++) {
            text.append(DIGITS.charAt((int) (lowRest & 31)));
            lowRest = lowRest >>> BITS_PER_DIGIT | highRest << (Long.SIZE - BITS_PER_DIGIT);
            highRest >>>= BITS_PER_DIGIT;
        }
        return new SaleId(text.reverse().toString());
    }

    /** The wallet's order number of the n-th attempt to pay; never used twice. */
    public String attempt(int number) {
        return text + "-" + number;
    }

    /** The wallet's refund number of one line; the same line always has the same number. */
    public String refund(int attempt, int line) {
        return attempt(attempt) + "-r" + line;
    }

    /** What the shopper keeps: the last 40 bits, in two groups of four. */
    public String receiptCode() {
        String tail = text.substring(LENGTH - 2 * RECEIPT_GROUP);
        return tail.substring(0, RECEIPT_GROUP) + "-" + tail.substring(RECEIPT_GROUP);
    }

    @Override
    public String toString() {
        return text;
    }
}
