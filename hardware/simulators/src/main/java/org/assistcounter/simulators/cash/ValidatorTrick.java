package org.assistcounter.simulators.cash;

/** What somebody at the bench can do to the bill validator. */
public sealed interface ValidatorTrick {

    /** Push a bill in. */
    record Insert(int billType) implements ValidatorTrick {}

    /** Push in something that is no bill that it knows. */
    record InsertPaper() implements ValidatorTrick {}

    /** Pull the bill out of escrow by a thread. */
    record PullFromEscrow() implements ValidatorTrick {}

    /** Pull the last bill out again, after it was stacked and credited. */
    record PullFromStacker() implements ValidatorTrick {}

    /** The bill in escrow, or the next one, jams. */
    record Jam() implements ValidatorTrick {}

    /** Somebody clears the jam; the bill is given back. */
    record ClearJam() implements ValidatorTrick {}

    /** Take the cash box out. */
    record TakeCashBox() implements ValidatorTrick {}

    /** Put an empty cash box in. */
    record PutCashBox() implements ValidatorTrick {}

    /** The next block of data has a wrong checksum. */
    record SpoilNext() implements ValidatorTrick {}

    /** It hears and says nothing for so long. */
    record GoSilent(long millis) implements ValidatorTrick {}

    /** It loses power for a moment: a bill in escrow comes back, what was not told is forgotten. */
    record PowerBlip() implements ValidatorTrick {}
}
