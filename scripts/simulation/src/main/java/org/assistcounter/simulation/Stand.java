package org.assistcounter.simulation;

import java.util.List;
import java.util.SplittableRandom;
import org.assistcounter.counter.journal.JournalFailure;
import org.assistcounter.counter.sale.Effect;
import org.assistcounter.protocol.ask.Question;
import org.assistcounter.protocol.journal.ChainHead;
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
    static final long TROUBLE_MILLIS = 120_000;

    private final FleetSimulation fleet;
    private final Identity identity;
    private final World world;
    private final Trace trace = new Trace(Level.WIRE);
    private final Alarm alarm;
    private final SimulatedClock clock;
    private final SimulatedDisk disk;
    private final StandCard card;
    private final StandTroubles troubles;
    private final Cabinet cabinet;
    private final Visits visits;
    private final Reach reach;
    private final Counts counts = new Counts();
    private final CounterWitness witness;
    private SimulatedCounter counter;
    private @Nullable StandLink link;
    private long lives;

    Stand(
            FleetSimulation fleet,
            Identity identity,
            StandCard.Contents written,
            SplittableRandom random) {
        this.fleet = fleet;
        this.identity = identity;
        this.world = fleet.timeline().world(this::guarded);
        this.reach = new Reach(world, random.split(), this::cut);
        this.alarm = new Alarm(world);
        Faults faults = identity.faults();
        this.clock = new SimulatedClock(world, faults, random.split());
        this.disk = new SimulatedDisk(world, faults, random.split());
        this.card = new StandCard(disk, identity, written);
        this.troubles = new StandTroubles(this, fleet, card, random);
        this.cabinet = new Cabinet(world, trace, fleet.release(), faults, random.split());
        this.visits = new Visits(world, faults, cabinet, identity.wallet(), random.split());
        this.counter = newLife();
        this.witness = new CounterWitness(world, identity.genesis().hash(), identity.witness());
        cabinet.watch(witness);
        card.store().watch(witness::written);
        if (written.records().isEmpty() && written.keys().base() == null) {
            identity.wallet().watch(witness);
            witness.filled(fleet.release());
        } else {
            witness.restored(card.newest());
        }
        startsAfter(0);
        world.at(fleet.timeline().nowMillis() + TROUBLE_MILLIS, this::trouble);
    }

    private SimulatedCounter newLife() {
        MemoryJournalStore store = card.store();
        return new SimulatedCounter(
                this, store, Recovery.whole(store, card.keys(), fleet::release));
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
        } catch (MemoryJournalStore.OutOfOrder bug) {
            throw new Violation("the agent ends by a bug: " + bug);
        } catch (PowerCut | JournalFailure end) {
            goDark(START_MILLIS);
            if (end instanceof PowerCut) {
                loseWrites();
            }
        }
    }

    /** A card that lied about its newest records. */
    private void loseWrites() {
        if (card.losable() > 0 && fleet.faults().strikes(FleetFault.WRITES_LOST)) {
            card.loseNewest(fleet.faults());
            copied();
            witness.restored(card.newest());
        }
    }

    /** Without power for so long; the number of the life that begins then. */
    long goDark(long millis) {
        counter.die();
        if (link != null) {
            link.die();
            link = null;
        }
        startsAfter(millis);
        return lives;
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

    /** Whether this is still the life that comes next. */
    boolean isNext(long life) {
        return life == lives;
    }

    private void live(long life) {
        if (!isNext(life)) {
            return;
        }
        alarm.forget();
        clock.started();
        witness.doubted(false);
        counter = newLife();
        cabinet.connect(counter);
        counter.start();
        link =
                new StandLink(
                        this,
                        fleet.network(),
                        counter,
                        fleet.peerOf(identity, card.keys()),
                        card.store());
        link.seek();
    }

    /** Every few minutes the outside world may misbehave. */
    private void trouble() {
        cabinet.nowAndThen(counter);
        clock.nowAndThen();
        troubles.nowAndThen();
        world.at(world.nowMillis() + TROUBLE_MILLIS, this::trouble);
    }

    /** The card is another than it was, or holds less. */
    void restored() {
        witness.restored(card.newest());
    }

    /** Its journal is not the only one of its name any more, or has lost what it had. */
    void copied() {
        identity.copied();
        witness.copied();
    }

    /** It knows that its journal is not believed, or no longer. */
    void doubted(boolean now) {
        witness.doubted(now);
    }

    /** What happens in it next, whoever asks for it. */
    void atOnce(Runnable action) {
        world.at(fleet.timeline().nowMillis(), action);
    }

    /** After every event somebody looks what the counter takes for safe. */
    void settled() {
        witness.confirmed(counter.outbox().confirmedSeq());
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
        ProductAtRest.isReady(counter);
        if (witness.isOfTheOnlyCard()) {
            ProductAtRest.knowsThatAllHasArrived(counter);
        }
        witness.rest(counter.state().shelf());
    }

    boolean hasArrived() {
        return witness.hasArrived() && (!witness.isOfTheOnlyCard() || counter.isAllConfirmed());
    }

    List<JournalRecord> records() {
        return card.records();
    }

    Counts counts(long hours) {
        return counts.finished(hours, card.store(), identity.faults(), identity.fleet());
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
        return card.keys().keys();
    }

    @Override
    public CardKeys.@Nullable Base toBegin(ChainHead head) {
        return card.keys().toBegin(head);
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
