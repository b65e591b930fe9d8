package org.assistcounter.simulation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.assistcounter.counter.link.Peer;
import org.assistcounter.protocol.shelf.ShelfRelease;
import org.assistcounter.protocol.signing.Ed25519;
import org.assistcounter.simulation.Surroundings.Keys;
import org.assistcounter.simulators.world.World;

/**
 * One seed of many counters and their fleet. First the faults of the seed strike for the hours
 * asked for (safety), then nothing goes wrong any more and everything must come to rest
 * (convergence). Copies of cards stay: a copy is no fault that heals.
 */
final class FleetSimulation {
    private static final int REAL_SIGNATURES_EVERY = 50;
    private static final int STANDS_MORE_MAX = 4;
    private static final long HOUR_MILLIS = 3_600_000;
    private static final long HEALING_MILLIS = 20 * 60_000;
    private static final long STEP_MILLIS = 60_000;
    private static final long TROUBLE_MILLIS = 300_000;
    private static final long SECOND_MILLIS = 1_000;
    private static final long ARRIVAL_SECONDS = 120;

    private final Timeline timeline = new Timeline();
    private final World world;
    private final SplittableRandom random;
    private final FleetFaults faults;
    private final SimulatedNetwork network;
    private final Traffic traffic;
    private final Keys keys;
    private final SimulatedServer server;
    private final ShelfRelease release = Goods.release(1);
    private final List<Stand> stands = new ArrayList<>();
    private final int counters;

    /**
     * What is simulated.
     *
     * @param isSigned whether all signatures are real, whatever the seed
     */
    record Setup(long seed, int counters, boolean isSigned) {
        boolean hasRealKeys() {
            return isSigned || seed % REAL_SIGNATURES_EVERY == 0;
        }
    }

    FleetSimulation(Setup setup, Consumer<Arrival> listener) {
        this.random = new SplittableRandom(setup.seed());
        this.counters = setup.counters();
        this.world = timeline.world(Runnable::run);
        this.faults = new FleetFaults(random.split(), ~setup.seed());
        this.network = new SimulatedNetwork(timeline, faults, random.split());
        this.traffic = new Traffic(listener);
        this.keys =
                setup.hasRealKeys()
                        ? new Keys(new Ed25519(new byte[Ed25519.KEY_LENGTH]), Ed25519::holds)
                        : new Keys(new CheapSigner(), CheapSigner::holds);
        this.server = new SimulatedServer(keys.signer(), faults, traffic);
        network.serve(server);
        for (int number = 1; number <= counters; number++) {
            SplittableRandom later = new SplittableRandom(~(setup.seed() + number));
            Faults own = new Faults(random.split(), later, Level.WIRE);
            Identity identity = Identity.of(setup.seed(), number, setup.hasRealKeys(), own);
            server.enrol(identity);
            StandCard.Contents empty = new StandCard.Contents(List.of(), identity.firstKeys());
            stands.add(new Stand(this, identity, empty, random.split()));
        }
        world.at(TROUBLE_MILLIS, this::trouble);
    }

    /** Runs the hours and the healing; a {@link Violation} names what did not hold. */
    FleetCounts run(long hours) {
        long end = hours * HOUR_MILLIS;
        while (timeline.nowMillis() < end) {
            step();
        }
        faults.heal();
        identities().forEach(identity -> identity.faults().heal());
        stands.forEach(Stand::heal);
        network.heal();
        for (long healed = 0; healed < HEALING_MILLIS; healed += STEP_MILLIS) {
            step();
        }
        arrive();
        stands.forEach(Stand::atRest);
        identities().forEach(identity -> identity.witness().rest(identity.fleet().records()));
        return new FleetCounts(hours, stands, faults, traffic);
    }

    private void step() {
        timeline.run(STEP_MILLIS);
        identities().forEach(identity -> identity.wallet().retryRefunds());
    }

    /** What was written in the last moment is still on its way. */
    private void arrive() {
        for (long i = 0; i < ARRIVAL_SECONDS && !stands.stream().allMatch(Stand::hasArrived); i++) {
            timeline.run(SECOND_MILLIS);
        }
    }

    /** Every few minutes the fleet or its broker may be started anew. */
    private void trouble() {
        if (faults.strikes(FleetFault.FLEET_RESTARTED)) {
            network.fleetDies();
        }
        if (faults.strikes(FleetFault.BROKER_EMPTIED)) {
            network.brokerForgets();
        }
        world.at(world.nowMillis() + TROUBLE_MILLIS, this::trouble);
    }

    /** Whether a card is to be copied now; there are only so many cabinets. */
    boolean mayCopy(FleetFault fault) {
        return stands.size() < counters + STANDS_MORE_MAX && faults.strikes(fault);
    }

    /** Somebody puts a copy of a card into another cabinet. */
    void startCopy(Identity identity, StandCard.Contents image) {
        stands.stream().filter(stand -> stand.identity() == identity).forEach(Stand::copied);
        Stand copy = new Stand(this, identity, image, random.split());
        copy.copied();
        stands.add(copy);
    }

    Set<Identity> identities() {
        Set<Identity> all = new LinkedHashSet<>();
        stands.forEach(stand -> all.add(stand.identity()));
        return all;
    }

    List<Stand> stands() {
        return stands;
    }

    Traffic traffic() {
        return traffic;
    }

    Timeline timeline() {
        return timeline;
    }

    SimulatedNetwork network() {
        return network;
    }

    FleetFaults faults() {
        return faults;
    }

    /** Gives a counter's place to another key. */
    CardKeys.Base give(Identity identity, Keys next) {
        return server.give(network, identity, next);
    }

    /** What an enrolled counter knows of the fleet. */
    Peer peerOf(Identity identity, CardKeys card) {
        byte[] key = keys.publicKey();
        CardKeys.Base base = card.base();
        return new Peer(identity.id(), SimulatedServer.ORIGIN, key, key, "simulated", keys.check())
                .goingOnBehind(base == null ? null : base.head());
    }

    ShelfRelease release() {
        return release;
    }
}
