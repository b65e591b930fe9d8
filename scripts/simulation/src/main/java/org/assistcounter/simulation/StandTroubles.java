package org.assistcounter.simulation;

import java.util.SplittableRandom;
import org.assistcounter.simulators.world.World;

/**
 * What befalls a cabinet from outside: a network that fails, a card that is copied or written over
 * with an image of it, keys that are renewed, a card that is replaced by another.
 */
final class StandTroubles {
    private static final long OFF_MILLIS_MAX = 600_000;
    private static final long STOPPED_MILLIS = 60_000;
    private static final int TROUBLES_A_NEW_IMAGE = 10;

    private final Stand stand;
    private final FleetSimulation fleet;
    private final Identity identity;
    private final World world;
    private final StandCard card;
    private final SplittableRandom random;

    StandTroubles(Stand stand, FleetSimulation fleet, StandCard card, SplittableRandom random) {
        this.stand = stand;
        this.fleet = fleet;
        this.identity = stand.identity();
        this.world = stand.world();
        this.card = card;
        this.random = random;
    }

    void nowAndThen() {
        if (fleet.faults().strikes(FleetFault.PARTITION)) {
            stand.reach().partition();
        }
        if (random.nextInt(TROUBLES_A_NEW_IMAGE) == 0) {
            card.takeImage();
        }
        if (fleet.mayCopy(FleetFault.CARD_CLONED)) {
            fleet.startCopy(identity, card.image());
        }
        if (fleet.mayCopy(FleetFault.CARD_RESTORED)) {
            long millis = random.nextLong(Stand.TROUBLE_MILLIS);
            fleet.network().crowds(identity.id(), millis);
            world.at(world.nowMillis() + millis, this::restore);
        }
        if (fleet.faults().strikes(FleetFault.KEY_ROTATED)) {
            stopped(this::rotate);
        }
        if (fleet.faults().strikes(FleetFault.CARD_REPLACED)) {
            stopped(this::replace);
        }
    }

    /** What was written since the image was taken is lost, if there is any. */
    private void restore() {
        stand.goDark(1 + random.nextLong(OFF_MILLIS_MAX));
        if (card.putImageIn()) {
            stand.copied();
        }
        stand.restored();
    }

    /** A technician stops the counter, does something to its keys, and starts it. */
    private void stopped(Runnable work) {
        long next = stand.goDark(STOPPED_MILLIS);
        world.at(
                world.nowMillis() + STOPPED_MILLIS / 2,
                () -> {
                    if (stand.isNext(next) && identity.fleet().head().seq() > 0) {
                        work.run();
                    }
                });
    }

    /** Refused while the fleet has not got all of it. */
    private void rotate() {
        if (card.newest().equals(identity.fleet().head().hash())) {
            Surroundings.Keys next = identity.nextKeys();
            card.renew(next, fleet.give(identity, next));
        }
    }

    /** What the card had not sent is lost, and somebody has to count the slots. */
    private void replace() {
        Surroundings.Keys next = identity.nextKeys();
        card.replace(next, fleet.give(identity, next));
        stand.copied();
        stand.restored();
    }
}
