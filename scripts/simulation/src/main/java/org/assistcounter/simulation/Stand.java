package org.assistcounter.simulation;

import java.util.List;
import java.util.SplittableRandom;
import org.assistcounter.counter.journal.JournalFailure;
import org.assistcounter.counter.sale.Effect;
import org.assistcounter.counter.sale.Phase;
import org.assistcounter.protocol.ask.Question;
import org.assistcounter.protocol.journal.JournalRecord;
import org.assistcounter.protocol.shelf.ShelfRelease;
import org.assistcounter.simulators.world.World;
import org.jspecify.annotations.Nullable;

/**
 * A cabinet somewhere with a card in it, in a world of its own. Fault model: what may go wrong with
 * one counter, a network that carries one way or none, and an earlier image written over the card.
 */
final class Stand implements Surroundings, Surroundings.Outside {
    private static final long START_MILLIS = 3_000;
    private static final long TROUBLE_MILLIS = 120_000;
    private static final long OFF_MILLIS_MAX = 600_000;
    private static final int TROUBLES_A_NEW_IMAGE = 10;

    private final FleetSimulation fleet;
    private final Identity identity;
    private final World world;
    private final Trace trace = new Trace(Level.WIRE);
    private final Alarm alarm;
    private final SimulatedClock clock;
    private final SimulatedDisk disk;
    private final SplittableRandom random;
    private final MemoryJournalStore card;
    private final Cabinet cabinet;
    private final Visits visits;
    private final Reach reach;
    private final Counts counts = new Counts();
    private @Nullable Invariants invariants;
    private SimulatedCounter counter;
    private @Nullable StandLink link;
    private List<JournalRecord> image;
    private int followed;
    private long lives;

    Stand(
            FleetSimulation fleet,
            Identity identity,
            List<JournalRecord> written,
            SplittableRandom random) {
        this.fleet = fleet;
        this.identity = identity;
        this.random = random;
        this.world = fleet.timeline().world(this::guarded);
        this.reach = new Reach(world, random.split(), this::cut);
        this.alarm = new Alarm(world);
        Faults faults = identity.faults();
        this.clock = new SimulatedClock(world, faults, random.split());
        this.disk = new SimulatedDisk(world, faults, random.split());
        this.card = new MemoryJournalStore(disk);
        this.card.putIn(written);
        this.followed = written.size();
        this.image = List.copyOf(written);
        this.cabinet = new Cabinet(world, trace, fleet.release(), faults, random.split());
        this.visits = new Visits(world, faults, cabinet, identity.wallet(), random.split());
        this.counter = newLife();
        if (written.isEmpty()) {
            invariants = new Invariants(card, identity.fleet(), identity.wallet(), cabinet, this);
        }
        card.watch(this::written);
        startsAfter(0);
        world.at(fleet.timeline().nowMillis() + TROUBLE_MILLIS, this::trouble);
    }

    private SimulatedCounter newLife() {
        return new SimulatedCounter(this, card, Recovery.whole(card, identity, fleet::release));
    }

    Identity identity() {
        return identity;
    }

    Reach reach() {
        return reach;
    }

    /** A power cut or a full disk ends a life; the next one begins soon. */
    private void guarded(Runnable life) {
        try {
            life.run();
        } catch (PowerCut | JournalFailure end) {
            goDark(START_MILLIS);
        }
    }

    private void goDark(long millis) {
        counter.die();
        if (link != null) {
            link.die();
            link = null;
        }
        follow();
        startsAfter(millis);
    }

    private void cut() {
        if (link != null) {
            link.cut();
        }
    }

    private void startsAfter(long millis) {
        long next = ++lives;
        world.at(world.nowMillis() + millis, () -> live(next));
    }

    private void live(long life) {
        if (life != lives) {
            return;
        }
        alarm.forget();
        clock.started();
        counter = newLife();
        cabinet.connect(counter);
        counter.start();
        link = new StandLink(this, fleet.network(), counter, fleet.peerOf(identity), card);
        link.seek();
    }

    /** Every few minutes the outside world may misbehave. */
    private void trouble() {
        cabinet.nowAndThen(counter);
        clock.nowAndThen();
        if (fleet.faults().strikes(FleetFault.PARTITION)) {
            reach.partition();
        }
        if (random.nextInt(TROUBLES_A_NEW_IMAGE) == 0) {
            image = List.copyOf(card.durable());
        }
        if (fleet.mayCopy(FleetFault.CARD_CLONED)) {
            fleet.startCopy(identity, image);
        }
        if (fleet.mayCopy(FleetFault.CARD_RESTORED)) {
            long millis = random.nextLong(TROUBLE_MILLIS);
            fleet.network().crowds(identity.id(), millis);
            world.at(world.nowMillis() + millis, this::restore);
        }
        world.at(world.nowMillis() + TROUBLE_MILLIS, this::trouble);
    }

    /** What was written since the image was taken is lost, if there is any. */
    private void restore() {
        goDark(1 + random.nextLong(OFF_MILLIS_MAX));
        if (image.size() < card.durable().size()) {
            copied();
        }
        card.putIn(image);
        followed = image.size();
    }

    void copied() {
        identity.copied();
        invariants = null;
        cabinet.watchBoard(() -> {});
    }

    /** What happens in it next, whoever asks for it. */
    void atOnce(Runnable action) {
        world.at(fleet.timeline().nowMillis(), action);
    }

    /** What must hold after every event. */
    void settled() {
        follow();
        if (invariants != null) {
            invariants.afterEvent(counter);
        }
        long confirmed = counter.outbox().confirmedSeq();
        if (confirmed > 0) {
            CopyRule.confirmed(card.durable().get((int) confirmed - 1), identity.fleet());
        }
    }

    private void written(JournalRecord record) {
        if (invariants != null) {
            invariants.follow(record, SimulatedFleet.fact(record));
        }
    }

    private void follow() {
        List<JournalRecord> records = card.durable();
        for (; followed < records.size(); followed++) {
            identity.copies().written(records.get(followed));
        }
    }

    void heal() {
        reach.heal();
        cabinet.heal();
        disk.heal();
        clock.heal();
        visits.end();
    }

    /** When nothing goes wrong any more and everything has come to rest. */
    void atRest() {
        settled();
        Violation.unless(
                counter.state().phase() instanceof Phase.Browsing,
                "the counter is stuck in " + counter.state().phase());
        identity.copies().atRest(counter.head(), identity.fleet());
        if (invariants != null) {
            Violation.unless(identity.copies().isQuiet(), "an honest counter was not believed");
            Violation.unless(
                    counter.isAllConfirmed(), "a counter does not know that all has arrived");
            invariants.atRest(counter);
        }
    }

    boolean hasArrived() {
        follow();
        return identity.copies().hasArrived(counter.head(), identity.fleet())
                && (invariants == null || counter.isAllConfirmed());
    }

    List<JournalRecord> records() {
        return card.durable();
    }

    Counts counts(long hours) {
        return counts.finished(hours, card, identity.faults(), identity.fleet());
    }

    @Override
    public void ask(SimulatedCounter life, Question question) {
        if (link != null) {
            link.ask(question);
        }
    }

    /** The link takes from the journal what it has not sent yet. */
    @Override
    public void appended(SimulatedCounter life, long newestSeq) {
        if (link != null) {
            link.appended();
        }
    }

    @Override
    public void shown(SimulatedCounter life) {
        visits.shown(life);
    }

    @Override
    public void plan(SimulatedCounter life) {
        settled();
        counts.event();
        alarm.set(life);
    }

    @Override
    public World world() {
        return world;
    }

    @Override
    public Keys keys() {
        return identity.keys();
    }

    @Override
    public ShelfRelease release() {
        return fleet.release();
    }

    @Override
    public SimulatedClock clock() {
        return clock;
    }

    @Override
    public Trace trace() {
        return trace;
    }

    @Override
    public Joint join(Fittings.Ears ears) {
        return cabinet.join(ears);
    }

    @Override
    public void maybeCutPower(Effect effect) {
        if (identity.faults().strikes(Fault.POWER_CUT)) {
            throw new PowerCut();
        }
    }

    @Override
    public Outside outside() {
        return this;
    }
}
