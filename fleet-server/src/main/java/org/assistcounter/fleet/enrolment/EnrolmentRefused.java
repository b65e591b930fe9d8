package org.assistcounter.fleet.enrolment;

/** A card was not enrolled; carries why, so that the technician beside it can do something. */
public final class EnrolmentRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** For this reason. */
    public EnrolmentRefused(Reason reason) {
        super(reason.words());
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** The reasons, each with the sentence that the technician reads. */
    public enum Reason {
        INCOMPLETE("A field is missing: token, csr, journalPublicKey and proof are needed."),
        UNREADABLE_REQUEST("The signing request is not a valid one with an EC P-256 key."),
        WRONG_PROOF("The proof is not the journal key's signature over the signing request."),
        UNKNOWN_TOKEN("This token was never issued. Check it letter by letter."),
        EXPIRED_TOKEN("This token has expired. Ask for a new one."),
        USED_TOKEN("This token was used by another card. Ask for a new one."),
        OUT_OF_SERVICE("The counter of this token is out of service or suspended."),
        SAME_KEY("The card shows the key that the counter has already. New keys are needed."),
        NOTHING_TO_GO_ON("Nothing of this counter's journal has come. Use a token for a new card."),
        JOURNAL_NOT_WHOLE(
                "The fleet has not got all of the journal on this card, or another one. Nothing was"
                        + " changed."),
        RENEWED_MEANWHILE(
                "This counter was given other keys at this very moment. Look which card it was"
                        + " before you ask for a new token."),
        LABEL_CARRIED("Another card carries this label. A batch replaces none; use a token.");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        /** The sentence. */
        public String words() {
            return words;
        }
    }
}
