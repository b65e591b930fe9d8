package org.assistcounter.simulators.cash;

/** What somebody at the bench can do to the coin changer. */
public sealed interface ChangerTrick {

    /** Throw a coin in. */
    record Insert(int coinType) implements ChangerTrick {}

    /** Throw in something that is no coin. */
    record InsertSlug() implements ChangerTrick {}

    /** Pull a coin out again on its string, after it was credited. */
    record PullOut(int coinType) implements ChangerTrick {}

    /** Press the lever that gives the money back. */
    record PressEscrow() implements ChangerTrick {}

    /** Give out coins with the changer's own buttons. */
    record DispenseByHand(int coinType, int count) implements ChangerTrick {}

    /** Unplug the acceptor: coins fall through, the rest works. */
    record Unplug() implements ChangerTrick {}

    /** Plug the acceptor in again. */
    record Plug() implements ChangerTrick {}

    /** The next coin jams in the acceptor; it counts as nothing. */
    record JamNextCoin() implements ChangerTrick {}

    /** This tube gives out nothing, until the next reset. */
    record JamTube(int coinType) implements ChangerTrick {}

    /** The next block of data has a wrong checksum. */
    record SpoilNext() implements ChangerTrick {}

    /** It hears and says nothing for so long. */
    record GoSilent(long millis) implements ChangerTrick {}

    /** It loses power for a moment: what it had not told yet is forgotten. */
    record PowerBlip() implements ChangerTrick {}
}
