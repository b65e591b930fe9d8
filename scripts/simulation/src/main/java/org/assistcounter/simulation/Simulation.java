package org.assistcounter.simulation;

import java.util.List;
import java.util.SplittableRandom;
import org.assistcounter.counter.journal.JournalDamaged;
import org.assistcounter.counter.journal.JournalFailure;
import org.assistcounter.counter.outbox.Outbox;
import org.assistcounter.counter.sale.Effect;
import org.assistcounter.counter.sale.Phase;
import org.assistcounter.protocol.ask.Question;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.Hash;
import org.assistcounter.protocol.journal.JournalRecord;
import org.assistcounter.protocol.shelf.ShelfRelease;
import org.assistcounter.simulators.world.World;

/**
 * One seed. First the faults of the seed strike for the hours asked for (safety), then nothing goes
 * wrong any more and everything must come to rest (convergence).
 */
final class Simulation implements Surroundings, Surroundings.Outside {
    private static final long HOUR_MILLIS = 3_600_000;
    private static final long HEALING_MILLIS = 20 * 60_000;
    private static final long STEP_MILLIS = 60_000;
    private static final int BACK_OFF_MAX = 5;
    private static final long START_MILLIS = 3_000;

    private final World world = new World();
    private final Trace trace;
    private final Alarm alarm = new Alarm(world);
    private final SimulatedClock clock;
    private final Faults faults;
    private final Visits visits;
    private final SimulatedWallet wallet;
    private final SimulatedFleet fleet;
    private final SimulatedLink link;
    private final Cabinet cabinet;
    private final AskLane asks;
    private final Contacts contacts;
    private final CardDamage damage;
    private final SimulatedDispatcher dispatcher;
    private final Keys keys;
    private final ChainHead genesis;
    private final SimulatedDisk disk;
    private final MemoryJournalStore store;
    private final FleetWitness fleetWitness;
    private final CounterWitness witness;
    private final Recovery recovery;
    private final boolean isReadWholeAtEnd;
    private final Counts counts = new Counts();
    private final RareStates rare = new RareStates();
    private ShelfRelease release = Goods.release(1);
    private SimulatedCounter counter;
    private int failedStarts;

    Simulation(long seed, Cabinet.Joining joining) {
        SplittableRandom root = new SplittableRandom(seed);
        SplittableRandom later = new SplittableRandom(~seed);
        this.isReadWholeAtEnd = joining.level().isReadWholeAtEnd(seed);
        this.trace = new Trace(joining.level());
        this.faults = new Faults(root.split(), later.split(), joining.level());
        this.keys = joining.level().keys(seed);
        this.genesis = ChainHead.genesis(CounterId.of(new byte[CounterId.LENGTH]), new byte[] {1});
        this.clock = new SimulatedClock(world, faults, root.split());
        this.disk = new SimulatedDisk(world, faults, root.split());
        this.store = new MemoryJournalStore(disk);
        this.recovery =
                new Recovery(store, genesis, keys, this::release, joining.level().wholeReadEvery());
        this.wallet = new SimulatedWallet();
        this.fleet = new SimulatedFleet(genesis, keys.publicKey(), keys.check(), wallet);
        this.fleetWitness = new FleetWitness(genesis.hash());
        this.link = new SimulatedLink(this, fleet, fleetWitness, store, faults, root.split());
        this.asks = new AskLane(world, link, wallet, faults, rare);
        this.cabinet = new Cabinet(world, trace, release, faults, root.split(), joining);
        this.witness = new CounterWitness(world, genesis.hash(), fleetWitness);
        this.contacts = new Contacts(world, faults, witness, later.split());
        this.damage = new CardDamage(store, faults, later.split());
        this.dispatcher = new SimulatedDispatcher(world, link, witness, keys, seed);
        watch();
        this.visits = new Visits(world, faults, cabinet, wallet, root.split());
        this.counter = new SimulatedCounter(this, store, recovery);
        world.at(0, this::live);
        new Trouble(world, faults, cabinet, contacts, clock, link, dispatcher)
                .begin(() -> counter, this::restart);
    }

    private void written(JournalRecord record) {
        trace.mix(world.nowMillis());
        trace.mix(record.bytes());
        Fact fact = witness.written(record);
        rare.follow(record, fact, release, cabinet.cards());
        rare.followAt(contacts.isBad(), fact);
        damage.written(record);
        counts.written(fact);
    }

    private void watch() {
        fleet.watch(fleetWitness);
        cabinet.watch(witness);
        wallet.watch(witness);
        witness.filled(release);
        store.watch(this::written);
    }

    /** Runs the hours and the healing; a {@link Violation} names what did not hold. */
    Counts run(long hours) {
        long end = hours * HOUR_MILLIS;
        while (world.nowMillis() < end && !damage.isFound()) {
            step();
        }
        long lived = world.nowMillis() / HOUR_MILLIS;
        faults.heal();
        cabinet.heal();
        contacts.heal();
        dispatcher.heal();
        disk.heal();
        clock.heal();
        link.comeBack(counter);
        visits.end();
        for (long healed = 0; healed < HEALING_MILLIS; healed += STEP_MILLIS) {
            step();
        }
        wallet.retryRefunds();
        if (!damage.isFound()) {
            link.arrive();
            ProductAtRest.isReady(counter);
            witness.rest(counter.state().shelf());
            fleetWitness.rest(fleet.records());
            if (isReadWholeAtEnd) {
                recovery.check();
            }
        }
        return counts.finished(lived, store, faults, fleet).reached(rare, trace);
    }

    /** The hash of the newest record stands for every record. */
    Hash journalHead() {
        return store.durable().getLast().hash();
    }

    private void step() {
        guarded(() -> world.run(STEP_MILLIS));
        wallet.retryRefunds();
    }

    /** A power cut unwinds to here; the rest of the minute is lived after it. */
    private void guarded(Runnable life) {
        long end = world.nowMillis() + STEP_MILLIS;
        try {
            life.run();
        } catch (PowerCut _) {
            ended(end);
        } catch (MemoryJournalStore.OutOfOrder bug) {
            throw new Violation("the agent ends by a bug: " + bug);
        } catch (JournalFailure _) {
            if (counter.isStarted()) {
                rare.notWritten(counter.state().phase());
            }
            ended(end);
        } catch (IllegalStateException | IllegalArgumentException | NullPointerException bug) {
            throw new Violation("the agent ends by a bug: " + bug);
        }
    }

    /** A supervisor starts it again, each time later when it does not even start. */
    private void ended(long end) {
        failedStarts = counter.isStarted() ? 0 : Math.min(failedStarts + 1, BACK_OFF_MAX);
        counter.die();
        damage.withoutPower();
        world.at(world.nowMillis() + (START_MILLIS << failedStarts), this::live);
        guarded(() -> world.run(Math.max(0, end - world.nowMillis())));
    }

    private void live() {
        alarm.forget();
        clock.started();
        if (faults.strikes(Fault.PRICES_CHANGED)) {
            release = Goods.release(release.revision() + 1);
            witness.priced(release);
        }
        try {
            counter = new SimulatedCounter(this, store, recovery);
        } catch (JournalDamaged _) {
            damage.found();
            rare.damageFound();
            return;
        }
        cabinet.connect(counter);
        counter.start();
        contacts.connect(counter);
        link.connect(counter);
    }

    @Override
    public void appended(SimulatedCounter life, long newestSeq) {
        send(life, life.outbox().appended(newestSeq, world.nowMillis()));
    }

    /** What the outbox of a life wants sent. */
    void send(SimulatedCounter life, List<Outbox.Sending> sendings) {
        link.send(life, sendings);
        witness.confirmed(life.outbox().confirmedSeq());
    }

    /** The fleet can be reached again. */
    void reconnect() {
        link.comeBack(counter);
    }

    @Override
    public void ask(SimulatedCounter life, Question question) {
        asks.ask(life, question);
    }

    /** The screen has changed: the shopper will do something about it. */
    @Override
    public void shown(SimulatedCounter life) {
        if (life.isStarted()) {
            Phase phase = life.state().phase();
            rare.shown(phase);
            contacts.shown(phase);
            witness.shown(life.state());
            if (phase instanceof Phase.Returning) {
                disk.moneyGoesBack();
            }
        }
        visits.shown(life);
    }

    @Override
    public void plan(SimulatedCounter life) {
        counts.event();
        alarm.set(life);
    }

    /** Somebody stops the agent, for a new release or a look; it comes back by itself. */
    private void restart() {
        if (counter.isAlive()) {
            throw new PowerCut();
        }
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
    public World world() {
        return world;
    }

    @Override
    public Keys keys() {
        return keys;
    }

    @Override
    public ShelfRelease release() {
        return release;
    }

    @Override
    public Joint join(Fittings.Ears ears) {
        return cabinet.join(ears);
    }

    @Override
    public void maybeCutPower(Effect effect) {
        if (faults.cutPower(effect, counter.isStarted())) {
            throw new PowerCut();
        }
    }

    @Override
    public Outside outside() {
        return this;
    }
}
