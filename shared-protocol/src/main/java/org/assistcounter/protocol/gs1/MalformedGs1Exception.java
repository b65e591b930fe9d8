package org.assistcounter.protocol.gs1;

/** A code that is refused: the reason for pages, and a sentence that says what and where. */
public final class MalformedGs1Exception extends Exception {
    private static final long serialVersionUID = 1L;
    private final Reason reason;
    private final String sentence;

    MalformedGs1Exception(Reason reason, String sentence) {
        super(sentence);
        this.reason = reason;
        this.sentence = sentence;
    }

    public Reason reason() {
        return reason;
    }

    public String sentence() {
        return sentence;
    }

    /** The same refusal, said of a place in a longer code. */
    MalformedGs1Exception at(String place) {
        return new MalformedGs1Exception(reason, place + ": " + sentence);
    }
}
