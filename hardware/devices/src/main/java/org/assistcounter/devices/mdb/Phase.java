package org.assistcounter.devices.mdb;

/** Where our side of the dialogue with a reader stands (MDB/ICP 4.2 §7.2). */
enum Phase {
    /** Nothing has been asked since the line opened; what the reader says is not for us yet. */
    QUIET,
    /** RESET is out. */
    RESETTING,
    /** RESET was taken; JUST RESET is to come. */
    AWAITING_JUST_RESET,
    /** SETUP config is out; the reader's config is to come. */
    CONFIGURING,
    /** SETUP prices is out. */
    PRICING,
    /** REQUEST ID is out; a reader that does not answer it is used all the same. */
    IDENTIFYING,
    /** ENABLE OPTIONS is out. */
    OPTING,
    /** SETUP prices is out again, with amounts of 32 bits. */
    PRICING_AGAIN,
    /** Set up; takes no cards. */
    DISABLED,
    /** Takes cards. */
    ENABLED,
    /** A card is there. */
    SESSION,
    /** VEND REQUEST is out; approval or denial is to come. */
    REQUESTED,
    /** The money is taken; the owner must confirm or fail. */
    APPROVED,
    /** VEND SUCCESS is out. */
    CONFIRMING,
    /** VEND FAILURE is out; then polls until the reader says what became of the money. */
    FAILING,
    /** VEND CANCEL is out; denial is to come, or an approval that crossed it. */
    CANCELLING,
    /** SESSION COMPLETE is out; END SESSION is to come. */
    COMPLETING,
    /** The reader does not answer; RESET goes out now and then. */
    OFFLINE;

    /** Whether money is being taken, or may have been. */
    boolean isVend() {
        return switch (this) {
            case REQUESTED, APPROVED, CANCELLING -> true;
            default -> false;
        };
    }
}
