package org.assistcounter.oracles;

import java.util.ArrayList;
import java.util.List;
import org.assistcounter.protocol.journal.Fact;

/**
 * Nothing that had to be cool is given out after it was too warm for too long, by a thermometer of
 * our own: not while it is warm and not afterwards, until a service has looked. A start, a power
 * cut or a changed clock forgets no minute, but for a thermometer that is stuck, which each start
 * believes for an hour. Nor is given out what the records say is locked.
 */
final class ColdOracle implements Oracle {
    static final String NAME = "cold";

    /** How late a counter may notice: its thermometer is not asked all the time. */
    private static final long NOTICE_MILLIS = 120_000;

    /** After so long a thermometer that says the same is not believed any more. */
    private static final long STUCK_MILLIS = 3_600_000;

    private final List<Compartment> compartments = new ArrayList<>();

    /** One cooled compartment. */
    private static final class Compartment {
        final WorldFact.CoolingPromised promise;
        boolean warm;
        boolean spoilt;
        boolean locked;
        boolean stuck;
        boolean misled;
        long countsFrom;
        long bootedAt;
        long graceUntil;

        Compartment(WorldFact.CoolingPromised promise, long atMillis) {
            this.promise = promise;
            this.graceUntil = atMillis + promise.graceMillis();
        }

        /** Counts the warmth until now. */
        void pass(long atMillis) {
            if (warm && warmth(atMillis) > patience()) {
                spoilt = true;
            }
        }

        private long patience() {
            return promise.patienceMillis() + NOTICE_MILLIS + (misled ? STUCK_MILLIS : 0);
        }

        /** A start believes a thermometer for an hour again, stuck or not. */
        long warmth(long atMillis) {
            long from = Math.max(countsFrom, graceUntil);
            return atMillis - (misled ? Math.max(from, bootedAt) : from);
        }

        void grace(long untilMillis) {
            graceUntil = Math.max(graceUntil, untilMillis);
        }
    }

    @Override
    public void saw(long atMillis, WorldFact.AtCounter fact) {
        switch (fact) {
            case WorldFact.CoolingPromised promise ->
                    compartments.add(new Compartment(promise, atMillis));
            case WorldFact.TemperatureIs t -> temperature(atMillis, t);
            case WorldFact.ThermometerStuck s -> stuck(atMillis, s);
            case WorldFact.DoorMoved _ -> moved(atMillis);
            case WorldFact.MotorTurned turned -> turn(atMillis, turned.slot());
            case WorldFact.AtCounter _ -> {}
        }
    }

    private void temperature(long atMillis, WorldFact.TemperatureIs fact) {
        for (Compartment each : compartments) {
            if (each.promise.compartment() == fact.compartment()) {
                each.pass(atMillis);
                boolean warm = fact.milliDegrees() > each.promise.warmAboveMilli();
                if (warm && !each.warm) {
                    each.misled = each.stuck;
                    each.countsFrom = atMillis;
                }
                each.warm = warm;
            }
        }
    }

    private void stuck(long atMillis, WorldFact.ThermometerStuck fact) {
        for (Compartment each : compartments) {
            if (each.promise.compartment() == fact.compartment()) {
                each.pass(atMillis);
                each.stuck = fact.stuck();
                each.misled |= fact.stuck();
            }
        }
    }

    private void moved(long atMillis) {
        for (Compartment each : compartments) {
            each.pass(atMillis);
            each.grace(atMillis + each.promise.doorGraceMillis());
        }
    }

    private void turn(long atMillis, int slot) {
        for (Compartment each : compartments) {
            if (!each.promise.slots().contains(slot)) {
                continue;
            }
            each.pass(atMillis);
            if (each.spoilt) {
                throw new Broken(
                        NAME,
                        "slot %d gave out goods of compartment %d that was too warm for %d min"
                                .formatted(
                                        slot,
                                        each.promise.compartment(),
                                        each.warm ? each.warmth(atMillis) / 60_000 : 0));
            }
        }
    }

    @Override
    public void read(long atMillis, Written written) {
        switch (written.fact()) {
            case Fact.ColdChainSwitched f -> {
                for (Compartment each : compartments) {
                    if (each.promise.compartment() == f.compartment()) {
                        lock(atMillis, each, f.locked());
                    }
                }
            }
            case Fact.Booted _ -> {
                for (Compartment each : compartments) {
                    each.pass(atMillis);
                    each.bootedAt = atMillis;
                }
            }
            case Fact.StockCounted f -> {
                for (Compartment each : compartments) {
                    if (each.promise.slots().contains(f.slot())) {
                        lift(atMillis, each);
                    }
                }
            }
            case Fact.DispenseCommanded f -> {
                for (Compartment each : compartments) {
                    if (each.locked && each.promise.slots().contains(f.slot())) {
                        throw new Broken(
                                NAME, f.sale() + " gets goods that the records say are locked");
                    }
                }
            }
            case Fact _ -> {}
        }
    }

    private static void lock(long atMillis, Compartment compartment, boolean locked) {
        compartment.locked = locked;
        if (!locked) {
            lift(atMillis, compartment);
        }
    }

    /** Somebody filled it or looked at it. */
    private static void lift(long atMillis, Compartment compartment) {
        compartment.spoilt = false;
        compartment.grace(atMillis + compartment.promise.graceMillis());
    }
}
