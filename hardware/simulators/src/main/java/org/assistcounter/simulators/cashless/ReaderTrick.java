package org.assistcounter.simulators.cashless;

/** What somebody at the bench can do to the reader and its box. */
public sealed interface ReaderTrick {

    /** Hold a card with this much on it to the reader; without effect while it takes none. */
    record TapCard(long fundsMinor) implements ReaderTrick {}

    /** Take the card away. */
    record RemoveCard() implements ReaderTrick {}

    /** Refuse the next vend. */
    record DenyNext() implements ReaderTrick {}

    /** Approve the next vend, for an amount of nothing. */
    record ApproveNothingNext() implements ReaderTrick {}

    /** Approve the next vend for half of what is asked. */
    record ApproveLessNext() implements ReaderTrick {}

    /** The next refund fails: the money is kept and the reader says so. */
    record FailNextRefund() implements ReaderTrick {}

    /** The next refund takes this long, in silence. */
    record SlowRefund(long millis) implements ReaderTrick {}

    /** The reader decides this long after it was asked. */
    record DecideAfter(long millis) implements ReaderTrick {}

    /** The reader loses power for a moment. */
    record PowerBlip() implements ReaderTrick {}

    /** The next line of the box has one wrong byte. */
    record FlipNext() implements ReaderTrick {}

    /** Noise comes instead of the next line. */
    record NoiseNext() implements ReaderTrick {}

    /** The next line of the box is lost. */
    record LoseNext() implements ReaderTrick {}

    /** The box says and hears nothing for so long. */
    record GoSilent(long millis) implements ReaderTrick {}
}
