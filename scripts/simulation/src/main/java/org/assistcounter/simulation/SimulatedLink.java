package org.assistcounter.simulation;

import java.util.List;
import java.util.SplittableRandom;
import org.assistcounter.counter.outbox.Outbox;
import org.assistcounter.counter.sale.Input;
import org.assistcounter.protocol.journal.Verdict;

/** What lies between a counter and the fleet: it loses messages, doubles them, and goes away. */
final class SimulatedLink {
    private static final long SECOND_MILLIS = 1_000;
    private static final long ARRIVAL_SECONDS = 30;
    private static final long MESSAGE_MILLIS = 40;
    private static final long AWAY_MILLIS_MAX = 1_800_000;

    private final Simulation around;
    private final SimulatedFleet fleet;
    private final FleetWitness witness;
    private final MemoryJournalStore store;
    private final Faults faults;
    private final SplittableRandom random;
    private boolean isAway;
    private long absences;
    private long plannedMillis = Long.MAX_VALUE;

    SimulatedLink(
            Simulation around,
            SimulatedFleet fleet,
            FleetWitness witness,
            MemoryJournalStore store,
            Faults faults,
            SplittableRandom random) {
        this.around = around;
        this.fleet = fleet;
        this.witness = witness;
        this.store = store;
        this.faults = faults;
        this.random = random;
    }

    /** A counter looks for the fleet. */
    void connect(SimulatedCounter life) {
        plannedMillis = Long.MAX_VALUE;
        later(
                MESSAGE_MILLIS,
                () -> {
                    if (life.isAlive() && !isAway) {
                        around.send(life, life.outbox().connected(now()));
                    }
                });
    }

    /** Nobody hears anybody for some minutes; a further absence takes the place of this one. */
    void away(SimulatedCounter life) {
        isAway = true;
        long absence = ++absences;
        life.outbox().disconnected();
        life.input(new Input.FleetReachable(false));
        later(
                random.nextLong(AWAY_MILLIS_MAX),
                () -> {
                    if (absence == absences) {
                        around.reconnect();
                    }
                });
    }

    /** The fleet can be reached again, if it could not. */
    void comeBack(SimulatedCounter life) {
        if (isAway) {
            isAway = false;
            connect(life);
        }
    }

    /** What was written in the last moment is still on its way. */
    void arrive() {
        for (long i = 0; i < ARRIVAL_SECONDS && fleet.head().seq() < store.newestSeq(); i++) {
            around.world().run(SECOND_MILLIS);
        }
    }

    void send(SimulatedCounter life, List<Outbox.Sending> sendings) {
        for (Outbox.Sending sending : sendings) {
            switch (sending) {
                case Outbox.Sending.Greeting _ -> carry(() -> greeted(life));
                case Outbox.Sending.Batch batch -> {
                    List<byte[]> records =
                            store.read(
                                    batch.fromSeq(), (int) (batch.toSeq() - batch.fromSeq() + 1));
                    carry(() -> batchArrived(life, records));
                }
            }
        }
        plan(life);
    }

    /** A message arrives once, twice or never, and not at all while the fleet is away. */
    void carry(Runnable arrival) {
        if (isAway || faults.strikes(Fault.MESSAGE_LOST)) {
            return;
        }
        int times = faults.strikes(Fault.MESSAGE_TWICE) ? 2 : 1;
        for (int i = 0; i < times; i++) {
            later(MESSAGE_MILLIS * (i + 1), arrival);
        }
    }

    private void greeted(SimulatedCounter life) {
        long from = fleet.head().seq() + 1;
        carry(() -> {
            if (life.isAlive()) {
                life.input(new Input.FleetReachable(true));
                around.send(life, life.outbox().resume(from, now()));
            }
        });
    }

    private void batchArrived(SimulatedCounter life, List<byte[]> records) {
        Verdict verdict = fleet.judged(records);
        witness.told(records, verdict, FleetWitness.finding(verdict));
        around.send(life, List.of());
        long seq = fleet.head().seq();
        carry(() -> {
            if (life.isAlive()) {
                around.send(
                        life,
                        verdict instanceof Verdict.Gap gap
                                ? life.outbox().resume(gap.expectedSeq(), now())
                                : life.outbox().confirmed(seq, now()));
            }
        });
    }

    /** One alarm at a time: the earliest that the outbox has asked for. */
    private void plan(SimulatedCounter life) {
        long due = life.outbox().deadlineMillis();
        if (life.isAlive() && due < plannedMillis) {
            plannedMillis = due;
            around.world().at(due, () -> elapsed(life, due));
        }
    }

    private void elapsed(SimulatedCounter life, long due) {
        if (life.isAlive() && due == plannedMillis) {
            plannedMillis = Long.MAX_VALUE;
            around.send(life, life.outbox().elapsed(now()));
        }
    }

    private void later(long millis, Runnable action) {
        around.world().at(now() + millis, action);
    }

    private long now() {
        return around.world().nowMillis();
    }
}
