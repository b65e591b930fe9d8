package org.assistcounter.simulation;

import java.util.SplittableRandom;
import org.assistcounter.counter.journal.JournalFailure;
import org.assistcounter.simulators.world.World;

/** What goes wrong with a disk: the power goes in the middle of a write, or there is no room. */
final class SimulatedDisk implements MemoryJournalStore.Disk {
    private static final long FULL_MILLIS_MAX = 900_000;
    private static final int FULL_EVERY = 4;

    private final World world;
    private final Faults faults;
    private final SplittableRandom random;
    private long fullUntilMillis;

    SimulatedDisk(World world, Faults faults, SplittableRandom random) {
        this.world = world;
        this.faults = faults;
        this.random = random;
    }

    @Override
    public void beforeWrite() {
        cutPower(Fault.POWER_CUT);
        if (faults.strikes(Fault.DISK_FULL)) {
            fill();
        }
        if (world.nowMillis() < fullUntilMillis) {
            throw new JournalFailure("the disk is full");
        }
    }

    @Override
    public void betweenRecords() {
        cutPower(Fault.WRITE_TORN);
    }

    @Override
    public void written() {
        cutPower(Fault.WRITE_UNTOLD);
    }

    /** Money is being given back: a disk that fills now and then does it now, too. */
    void moneyGoesBack() {
        if (faults.strikes(Fault.DISK_FULL, random.nextInt(FULL_EVERY) == 0)) {
            fill();
        }
    }

    private void fill() {
        fullUntilMillis = world.nowMillis() + random.nextLong(FULL_MILLIS_MAX);
    }

    /** Somebody has made room. */
    void heal() {
        fullUntilMillis = 0;
    }

    private void cutPower(Fault fault) {
        if (faults.strikes(fault)) {
            throw new PowerCut();
        }
    }
}
