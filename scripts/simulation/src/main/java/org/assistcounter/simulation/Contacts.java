package org.assistcounter.simulation;

import java.util.SplittableRandom;
import org.assistcounter.counter.sale.Input;
import org.assistcounter.counter.sale.Phase;
import org.assistcounter.devices.cabinet.CabinetCommand;
import org.assistcounter.devices.cabinet.CabinetEvent;
import org.assistcounter.devices.cabinet.CabinetLines;
import org.assistcounter.devices.cabinet.CabinetSettings;
import org.assistcounter.oracles.WorldFact;
import org.assistcounter.simulators.cabinet.CabinetSnapshot;
import org.assistcounter.simulators.cabinet.CabinetTrick;
import org.assistcounter.simulators.cabinet.SimulatedCabinet;
import org.assistcounter.simulators.world.WireEnd;
import org.assistcounter.simulators.world.World;
import org.jspecify.annotations.Nullable;

/**
 * The door and the mains, and the contacts that tell of them. Fault model: somebody opens the door,
 * now and then or just while somebody pays or a motor turns; the mains fails for a moment, or the
 * power goes soon after. A seed without these faults has a cabinet without contacts.
 */
final class Contacts {
    private static final long NOW_AND_THEN_MILLIS = 120_000;
    private static final long UNDER_WAY_MILLIS = 4_000;
    private static final long OPEN_MILLIS_MAX = 300_000;
    private static final long FAILING_MILLIS_MAX = 5_000;
    private static final int UNDER_WAY_EVERY = 12;

    private final World world;
    private final Faults faults;
    private final SplittableRandom random;
    private final WireEnd<CabinetTrick, CabinetSnapshot> end;
    private final boolean isWired;
    private final CounterWitness witness;
    private @Nullable WireEnd<CabinetCommand, CabinetEvent> wire;
    private @Nullable SimulatedCounter counter;
    private long openSinceMillis = Long.MAX_VALUE;
    private long openings;
    private boolean isFailing;
    private long failures;
    private String place = "";

    Contacts(World world, Faults faults, CounterWitness witness, SplittableRandom random) {
        this.witness = witness;
        this.world = world;
        this.faults = faults;
        this.random = random;
        this.isWired = faults.exists(Fault.DOOR_OPENED) || faults.exists(Fault.MAINS_FAILING);
        this.end = new WireEnd<>(world, new SimulatedCabinet(), _ -> {});
    }

    /** A started agent reads them, as it does on a counter that has some. */
    void connect(SimulatedCounter life) {
        counter = life;
        if (!isWired) {
            return;
        }
        if (wire != null) {
            wire.cut();
        }
        wire =
                new WireEnd<>(
                        world,
                        new CabinetLines(CabinetSettings.USUAL),
                        event -> life.input(new Input.CabinetSaid(event)));
        life.input(new Input.CabinetWired());
        wire.connect(end, WirePort.WIRE_MILLIS);
    }

    /** Whether one of them truly says that nothing may be sold. */
    boolean isBad() {
        return openSinceMillis <= world.nowMillis() || isFailing;
    }

    private void tell() {
        witness.accept(new WorldFact.ContactsWell(!isBad()));
    }

    /** Asked every few minutes. */
    void nowAndThen() {
        if (faults.strikes(Fault.DOOR_OPENED)) {
            later(NOW_AND_THEN_MILLIS, this::open);
        }
        if (faults.strikes(Fault.MAINS_FAILING)) {
            later(NOW_AND_THEN_MILLIS, this::fail);
        }
    }

    /** The screen has changed: just while money or goods are on their way something may happen. */
    void shown(Phase phase) {
        String now =
                switch (phase) {
                    case Phase.Paying paying -> "paying " + paying.stage();
                    case Phase.Dispensing _ -> "dispensing";
                    case Phase _ -> "";
                };
        boolean isNew = !now.equals(place) && !now.isEmpty();
        place = now;
        if (!isNew || !isWired) {
            return;
        }
        if (faults.strikes(Fault.DOOR_OPENED, random.nextInt(UNDER_WAY_EVERY) == 0)) {
            later(UNDER_WAY_MILLIS, this::open);
        }
        if (faults.strikes(Fault.MAINS_FAILING, random.nextInt(UNDER_WAY_EVERY) == 0)) {
            later(UNDER_WAY_MILLIS, this::fail);
        }
    }

    private void open() {
        long opening = ++openings;
        openSinceMillis = Math.min(openSinceMillis, world.nowMillis());
        end.command(new CabinetTrick.ForceDoor());
        tell();
        later(
                OPEN_MILLIS_MAX,
                () -> {
                    if (opening == openings) {
                        close();
                    }
                });
    }

    private void close() {
        openSinceMillis = Long.MAX_VALUE;
        end.command(new CabinetTrick.CloseDoor());
        tell();
    }

    private void fail() {
        long millis = random.nextLong(FAILING_MILLIS_MAX);
        boolean isLast = random.nextBoolean();
        long failure = ++failures;
        isFailing = true;
        end.command(new CabinetTrick.PowerBlip(millis));
        tell();
        SimulatedCounter life = counter;
        world.at(
                world.nowMillis() + millis,
                () -> {
                    isFailing = isFailing && failure != failures;
                    tell();
                    if (isLast && life != null && life.isAlive()) {
                        throw new PowerCut();
                    }
                });
    }

    private void later(long mostMillis, Runnable action) {
        world.at(world.nowMillis() + random.nextLong(mostMillis), action);
    }

    /** The door is closed and the mains well. */
    void heal() {
        openings++;
        close();
    }
}
