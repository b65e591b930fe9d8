package org.assistcounter.protocol.journal;

/** Why a counter does not take a desired state. */
public enum Rejection implements Word {
    /** Its revision is not above the newest that the counter has, and it is another state. */
    NOT_NEWER("not-newer"),
    /** A price is above what this counter would ever ask for. */
    OVER_CEILING("over-ceiling"),
    /** The card reader cannot say a price: it is no multiple of its step, or above its most. */
    NOT_PAYABLE("not-payable");

    private final String word;

    Rejection(String word) {
        this.word = word;
    }

    /** The one of this word, as it was kept. */
    public static Rejection of(String word) {
        for (Rejection each : values()) {
            if (each.word.equals(word)) {
                return each;
            }
        }
        throw new IllegalArgumentException("no reason is " + word);
    }

    @Override
    public String word() {
        return word;
    }
}
