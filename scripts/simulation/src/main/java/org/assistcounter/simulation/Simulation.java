package org.assistcounter.simulation;

import java.util.List;
import java.util.SplittableRandom;
import org.assistcounter.counter.journal.JournalFailure;
import org.assistcounter.counter.outbox.Outbox;
import org.assistcounter.counter.sale.Effect;
import org.assistcounter.counter.sale.Input;
import org.assistcounter.counter.sale.Phase;
import org.assistcounter.protocol.ask.Answer;
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
    private static final long SECOND_MILLIS = 1_000;
    private static final long ARRIVAL_SECONDS = 30;
    private static final long TROUBLE_MILLIS = 120_000;
    private static final long LATE_MILLIS_MAX = 90_000;
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
    private final Keys keys;
    private final ChainHead genesis;
    private final SimulatedDisk disk;
    private final MemoryJournalStore store;
    private final Recovery recovery;
    private final Invariants invariants;
    private final Counts counts = new Counts();
    private final RareStates rare = new RareStates();
    private ShelfRelease release = Goods.release(1);
    private SimulatedCounter counter;
    private int failedStarts;

    /** Every byte on the wires. */
    Simulation(long seed) {
        this(seed, Cabinet.Joining.AT_WIRES);
    }

    Simulation(long seed, Cabinet.Joining joining) {
        SplittableRandom root = new SplittableRandom(seed);
        this.trace = new Trace(joining.level());
        this.faults = new Faults(root.split(), joining.level());
        this.keys = joining.level().keys(seed);
        this.genesis = ChainHead.genesis(CounterId.of(new byte[CounterId.LENGTH]), new byte[] {1});
        this.clock = new SimulatedClock(world, faults, root.split());
        this.disk = new SimulatedDisk(world, faults, root.split());
        this.store = new MemoryJournalStore(disk);
        this.recovery =
                new Recovery(store, genesis, keys, this::release, joining.level().wholeReadEvery());
        this.wallet = new SimulatedWallet();
        this.fleet = new SimulatedFleet(genesis, keys.publicKey(), keys.check(), wallet);
        this.link = new SimulatedLink(this, fleet, store, faults, root.split());
        this.cabinet = new Cabinet(world, trace, release, faults, root.split(), joining);
        this.invariants = new Invariants(store, fleet, wallet, cabinet, this);
        this.visits = new Visits(world, faults, cabinet, wallet, root.split());
        this.counter = new SimulatedCounter(this, store, recovery);
        store.watch(this::written);
        world.at(0, this::live);
        trouble();
    }

    private void written(JournalRecord record) {
        trace.mix(world.nowMillis());
        trace.mix(record.bytes());
        Fact fact = SimulatedFleet.fact(record);
        rare.follow(record, fact, release, cabinet.cards());
        invariants.follow(record, fact);
    }

    /** Runs the hours and the healing; a {@link Violation} names what did not hold. */
    Counts run(long hours) {
        long end = hours * HOUR_MILLIS;
        while (world.nowMillis() < end) {
            step();
        }
        faults.heal();
        cabinet.heal();
        disk.heal();
        clock.heal();
        link.comeBack(counter);
        visits.end();
        for (long healed = 0; healed < HEALING_MILLIS; healed += STEP_MILLIS) {
            step();
        }
        wallet.retryRefunds();
        arrive();
        invariants.atRest(counter);
        recovery.check();
        return counts.finished(hours, store, faults, fleet).reached(rare, trace);
    }

    /** The hash of the newest record stands for every record. */
    Hash journalHead() {
        return store.durable().getLast().hash();
    }

    /** What was written in the last moment is still on its way. */
    private void arrive() {
        for (long i = 0; i < ARRIVAL_SECONDS && fleet.head().seq() < store.newestSeq(); i++) {
            world.run(SECOND_MILLIS);
        }
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
        world.at(world.nowMillis() + (START_MILLIS << failedStarts), this::live);
        guarded(() -> world.run(Math.max(0, end - world.nowMillis())));
    }

    private void live() {
        alarm.forget();
        clock.started();
        if (faults.strikes(Fault.PRICES_CHANGED)) {
            release = Goods.release(release.revision() + 1);
        }
        counter = new SimulatedCounter(this, store, recovery);
        cabinet.connect(counter);
        counter.start();
        link.connect(counter);
    }

    @Override
    public void appended(SimulatedCounter life, long newestSeq) {
        send(life, life.outbox().appended(newestSeq, world.nowMillis()));
    }

    /** What the outbox of a life wants sent. */
    void send(SimulatedCounter life, List<Outbox.Sending> sendings) {
        link.send(life, sendings);
        invariants.afterEvent(counter);
    }

    /** The fleet can be reached again. */
    void reconnect() {
        link.comeBack(counter);
    }

    @Override
    public void ask(SimulatedCounter life, Question question) {
        link.carry(() -> {
            if (question instanceof Question.CloseWallet && faults.strikes(Fault.PAID_LATE)) {
                wallet.pay(question.attempt());
            }
            var answer = wallet.answer(question);
            long late = faults.strikes(Fault.ANSWER_LATE) ? faults.within(LATE_MILLIS_MAX) : 0;
            link.carry(() -> world.at(world.nowMillis() + late, () -> answered(life, answer)));
        });
    }

    private void answered(SimulatedCounter life, Answer answer) {
        if (life.isAlive()) {
            rare.answered(life.state().phase(), answer.attempt());
        }
        life.input(new Input.FleetAnswered(answer));
    }

    /** The screen has changed: the shopper will do something about it. */
    @Override
    public void shown(SimulatedCounter life) {
        if (life.isStarted()) {
            Phase phase = life.state().phase();
            rare.shown(phase);
            if (phase instanceof Phase.Returning) {
                disk.moneyGoesBack();
            }
        }
        visits.shown(life);
    }

    @Override
    public void plan(SimulatedCounter life) {
        invariants.afterEvent(life);
        counts.event();
        alarm.set(life);
    }

    /** Every few minutes the outside world may misbehave. */
    private void trouble() {
        world.at(
                world.nowMillis() + TROUBLE_MILLIS,
                () -> {
                    cabinet.nowAndThen(counter);
                    clock.nowAndThen();
                    if (faults.strikes(Fault.AGENT_RESTARTED)) {
                        world.at(world.nowMillis() + faults.within(TROUBLE_MILLIS), this::restart);
                    }
                    if (faults.strikes(Fault.FLEET_AWAY)) {
                        link.away(counter);
                    }
                    trouble();
                });
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
        boolean isOfMoney =
                switch (effect) {
                    case Effect.CommandReader _, Effect.CommandDispenser _, Effect.AskFleet _ ->
                            counter.isStarted();
                    case Effect.CommandClimate _, Effect.CompareCode _ -> false;
                };
        if (faults.strikes(Fault.POWER_CUT)
                || (isOfMoney && faults.strikes(Fault.POWER_CUT_AT_MONEY))) {
            throw new PowerCut();
        }
    }

    @Override
    public Outside outside() {
        return this;
    }
}
