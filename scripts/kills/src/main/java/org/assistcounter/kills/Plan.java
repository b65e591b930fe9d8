package org.assistcounter.kills;

import java.util.List;
import java.util.SplittableRandom;
import org.assistcounter.protocol.journal.FactType;

/**
 * How one shopper buys and when the power fails.
 *
 * @param after the fact that must be on disk
 * @param delayMillis how much later
 */
record Plan(Story story, FactType after, int delayMillis, boolean killsServer) {
    private static final int SERVER_EVERY = 15;

    /** What happens to a sale that nobody kills. */
    enum Story {
        CARD,
        SLOW_CARD,
        DENIED_CARD,
        JAM_WITH_CARD,
        SLOW_REFUND,
        FAILED_REFUND,
        WALLET,
        WALLET_PAID_LATE,
        JAM_WITH_WALLET,
        LEAVES;

        /** The facts after which something is still to be done. */
        List<FactType> moments() {
            return switch (this) {
                case CARD, WALLET ->
                        List.of(
                                FactType.PAYMENT_REQUESTED,
                                FactType.DISPENSE_COMMANDED,
                                FactType.SALE_CLOSED);
                case SLOW_CARD, WALLET_PAID_LATE -> List.of(FactType.PAYMENT_REQUESTED);
                case JAM_WITH_CARD -> List.of(FactType.REFUND_REQUESTED, FactType.SALE_CLOSED);
                case SLOW_REFUND -> List.of(FactType.REFUND_REQUESTED);
                case DENIED_CARD, FAILED_REFUND, JAM_WITH_WALLET -> List.of(FactType.SALE_CLOSED);
                case LEAVES -> List.of(FactType.SALE_OPENED, FactType.SALE_CLOSED);
            };
        }

        boolean isWallet() {
            return switch (this) {
                case WALLET, WALLET_PAID_LATE, JAM_WITH_WALLET -> true;
                case CARD,
                        SLOW_CARD,
                        DENIED_CARD,
                        JAM_WITH_CARD,
                        SLOW_REFUND,
                        FAILED_REFUND,
                        LEAVES ->
                        false;
            };
        }

        boolean jams() {
            return switch (this) {
                case JAM_WITH_CARD, SLOW_REFUND, FAILED_REFUND, JAM_WITH_WALLET -> true;
                case CARD, SLOW_CARD, DENIED_CARD, WALLET, WALLET_PAID_LATE, LEAVES -> false;
            };
        }
    }

    /** How long a slow reader thinks, and how long its answer may be on the way. */
    static final int DECIDED_MILLIS = 600;

    private static final int ON_THE_WAY_MILLIS = 30;
    private static final int[] DELAYS = {0, 0, 3, 15, 60, 250, 700, 1_500};

    /** Stories take turns, so that few rounds see them all; moment and delay are drawn. */
    static Plan of(int round, SplittableRandom random) {
        Story story = Story.values()[round % Story.values().length];
        List<FactType> moments = story.moments();
        FactType after = moments.get(random.nextInt(moments.size()));
        int delay =
                story == Story.SLOW_CARD && random.nextBoolean()
                        ? DECIDED_MILLIS + random.nextInt(ON_THE_WAY_MILLIS)
                        : DELAYS[random.nextInt(DELAYS.length)];
        return new Plan(story, after, delay, round % SERVER_EVERY == SERVER_EVERY - 1);
    }

    String words() {
        return "%s, killed %d ms after %s%s"
                .formatted(story, delayMillis, after, killsServer ? ", the server before it" : "");
    }
}
