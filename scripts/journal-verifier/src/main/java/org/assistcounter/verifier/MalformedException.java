package org.assistcounter.verifier;

/** The input is not in the form that the page prescribes. The reason is shown to a person. */
final class MalformedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;

    MalformedException(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
