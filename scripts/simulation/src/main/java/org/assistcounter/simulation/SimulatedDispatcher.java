package org.assistcounter.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.assistcounter.counter.sale.Input;
import org.assistcounter.protocol.desired.DesiredState;
import org.assistcounter.protocol.desired.SignedState;
import org.assistcounter.protocol.desired.Terms;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.simulators.world.World;

/**
 * Somebody at the fleet who changes prices, and stops products and sells them again. Fault model: a
 * price no counter should take; a state that comes when somebody is buying, twice, again after an
 * hour, or not at all. Seeds that had been written down before have none and go on as they did.
 */
final class SimulatedDispatcher {
    private static final CounterId COUNTER = CounterId.of(new byte[CounterId.LENGTH]);
    private static final int IN_EVERY = 8;
    private static final int IN_THOSE = 0;
    private static final long TOLD_WITHIN_MILLIS = 120_000;
    private static final int CHANGES_EVERY = 4;
    private static final int OLD_ONES_EVERY = 6;
    private static final int STOPS_EVERY = 8;
    private static final int TOO_DEAR_EVERY = 12;
    private static final long TOO_DEAR_MINOR = 9_000;
    private static final int PRICE_MIN = 300;
    private static final int PRICE_SPAN = 700;

    private final World world;
    private final SimulatedLink link;
    private final CounterWitness witness;
    private final Surroundings.Keys keys;
    private final SplittableRandom random;
    private final boolean isThere;
    private final TreeMap<String, Terms> wanted = new TreeMap<>();
    private final List<SignedState> signed = new ArrayList<>();
    private boolean isHealed;

    SimulatedDispatcher(
            World world,
            SimulatedLink link,
            CounterWitness witness,
            Surroundings.Keys keys,
            long seed) {
        this.world = world;
        this.link = link;
        this.witness = witness;
        this.keys = keys;
        this.random = new SplittableRandom(seed);
        this.isThere = Math.floorMod(seed, IN_EVERY) == IN_THOSE;
    }

    /** Asked every few minutes. */
    void nowAndThen(Supplier<SimulatedCounter> counter) {
        if (!isThere || isHealed) {
            return;
        }
        if (signed.isEmpty() || random.nextInt(CHANGES_EVERY) == 0) {
            change();
        }
        SignedState state =
                random.nextInt(OLD_ONES_EVERY) == 0
                        ? signed.get(random.nextInt(signed.size()))
                        : signed.getLast();
        world.at(
                world.nowMillis() + random.nextLong(TOLD_WITHIN_MILLIS),
                () -> link.carry(() -> counter.get().input(new Input.DesiredCame(state))));
    }

    private void change() {
        String product = "good-" + Goods.slotNumber(random);
        boolean isOffered = random.nextInt(STOPS_EVERY) != 0;
        long price =
                random.nextInt(TOO_DEAR_EVERY) == 0
                        ? TOO_DEAR_MINOR
                        : PRICE_MIN + random.nextInt(PRICE_SPAN);
        wanted.values().removeIf(terms -> terms.priceMinor() == TOO_DEAR_MINOR);
        wanted.put(product, new Terms(product, price, isOffered));
        DesiredState state = new DesiredState(signed.size() + 1L, List.copyOf(wanted.values()));
        witness.signed(state);
        signed.add(SignedState.of(state, COUNTER, keys.signer()));
    }

    /** Nobody changes anything any more. */
    void heal() {
        isHealed = true;
    }
}
