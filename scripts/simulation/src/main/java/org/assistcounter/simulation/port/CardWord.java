package org.assistcounter.simulation.port;

/** What a card reader says by itself. */
sealed interface CardWord {
    /** It has been without power, or was told to begin anew. */
    record JustReset() implements CardWord {}

    /** A card is there. */
    record CardThere(long fundsMinor) implements CardWord {}

    /** The card was taken away. */
    record CardGone() implements CardWord {}

    /** The money is taken. */
    record Approved(long amountMinor) implements CardWord {}

    /** The money is not taken, or not any more. */
    record Denied() implements CardWord {}

    /** The session is over. */
    record Ended() implements CardWord {}

    /** A refund could not be made. */
    record RefundLost() implements CardWord {}

    /** A command did not fit. */
    record OutOfSequence() implements CardWord {}
}
