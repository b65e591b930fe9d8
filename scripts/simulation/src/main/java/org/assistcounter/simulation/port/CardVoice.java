package org.assistcounter.simulation.port;

import org.assistcounter.simulators.world.World;
import org.jspecify.annotations.Nullable;

/** A card reader says one word at each poll; what it says in silence is lost. */
final class CardVoice {
    private static final long POLL_MILLIS = 200;

    private final World world;
    private final CardFaults faults;
    private @Nullable CardPort host;
    private long resets;
    private long unsaid;
    private long saysAtMillis;

    CardVoice(World world, CardFaults faults) {
        this.world = world;
        this.faults = faults;
    }

    void join(@Nullable CardPort port) {
        host = port;
    }

    boolean isSilent() {
        return world.nowMillis() < faults.silentUntilMillis();
    }

    boolean hasToSay() {
        return unsaid > 0;
    }

    /** A reset forgets what was not said yet. */
    void reset() {
        resets++;
        unsaid = 0;
        saysAtMillis = 0;
        say(new CardWord.JustReset());
    }

    void say(CardWord word) {
        long refund = word instanceof CardWord.RefundLost ? faults.refundsUntilMillis() : 0;
        long soon = Math.max(world.nowMillis() + POLL_MILLIS / 2, refund);
        saysAtMillis = Math.max(soon, saysAtMillis + POLL_MILLIS);
        sayAt(saysAtMillis, word);
    }

    private void sayAt(long atMillis, CardWord word) {
        long reset = resets;
        unsaid++;
        world.at(
                atMillis,
                () -> {
                    if (reset == resets) {
                        unsaid--;
                        said(word);
                    }
                });
    }

    private void said(CardWord word) {
        CardPort listener = host;
        if (listener == null) {
            return;
        }
        if (isSilent()) {
            return;
        }
        if (faults.takeNoise()) {
            listener.garbled();
        } else {
            listener.hear(word);
        }
    }
}
