package org.assistcounter.oracles;

import java.util.ArrayList;
import java.util.List;
import org.assistcounter.protocol.journal.Fact;

/**
 * Nothing that had to be cool is given out after it was too warm for too long, by a thermometer of
 * our own: not while it is warm and not afterwards, until a service has looked. A start, a power
 * cut or a restored clock forgets no minute.
 */
final class ColdOracle implements Oracle {
    static final String NAME = "cold";

    /** How late a counter may notice: its thermometer is not asked all the time. */
    private static final long NOTICE_MILLIS = 120_000;

    private final List<Compartment> compartments = new ArrayList<>();
    private boolean doorOpen;

    /** One cooled compartment. */
    private static final class Compartment {
        final WorldFact.CoolingPromised promise;
        boolean warm;
        boolean spoilt;
        long countsFrom;
        long graceUntil;

        Compartment(WorldFact.CoolingPromised promise, long atMillis) {
            this.promise = promise;
            this.graceUntil = atMillis + promise.graceMillis();
        }

        /** Counts the warmth until now. */
        void pass(long atMillis) {
            if (warm && warmth(atMillis) > promise.patienceMillis() + NOTICE_MILLIS) {
                spoilt = true;
            }
        }

        long warmth(long atMillis) {
            return atMillis - Math.max(countsFrom, graceUntil);
        }

        void grace(long atMillis) {
            graceUntil = atMillis + promise.graceMillis();
        }
    }

    @Override
    public void saw(long atMillis, WorldFact.AtCounter fact) {
        switch (fact) {
            case WorldFact.CoolingPromised promise ->
                    compartments.add(new Compartment(promise, atMillis));
            case WorldFact.TemperatureIs t -> temperature(atMillis, t);
            case WorldFact.DoorMoved door -> moved(atMillis, door.open());
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
                    each.countsFrom = atMillis;
                }
                each.warm = warm;
            }
        }
    }

    private void moved(long atMillis, boolean open) {
        doorOpen = open;
        for (Compartment each : compartments) {
            each.pass(atMillis);
            each.grace(atMillis);
        }
    }

    private void turn(long atMillis, int slot) {
        for (Compartment each : compartments) {
            if (!each.promise.slots().contains(slot)) {
                continue;
            }
            if (!doorOpen) {
                each.pass(atMillis);
            }
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
            case Fact.ColdChainSwitched f when !f.locked() -> {
                for (Compartment each : compartments) {
                    if (each.promise.compartment() == f.compartment()) {
                        each.spoilt = false;
                        each.grace(atMillis);
                    }
                }
            }
            case Fact _ -> {}
        }
    }
}
