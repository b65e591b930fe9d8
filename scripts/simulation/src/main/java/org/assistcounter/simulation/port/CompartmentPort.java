package org.assistcounter.simulation.port;

import org.assistcounter.devices.climate.ClimateCommand;
import org.assistcounter.devices.climate.ClimateEvent;
import org.assistcounter.simulators.world.World;
import org.jspecify.annotations.Nullable;

/**
 * A life's end of a cooled compartment, with a report each five seconds. It looks ahead on a copy,
 * asks the listener which reports would change nothing, and wakes for the first that does. Of those
 * left out the latest is told before anything else happens to the listener, so that nobody can tell
 * the difference.
 */
public final class CompartmentPort implements Port<ClimateCommand>, Reports {
    private static final int AHEAD_MAX = 150;

    private final World world;
    private final Line line;
    private final Compartment compartment;
    private final Listener listener;
    private final boolean tellsAll;
    private long promisedMillis = Long.MIN_VALUE;
    private long plan;
    private boolean wasOpen;

    CompartmentPort(World world, Compartment compartment, Listener listener, boolean tellsAll) {
        this.world = world;
        this.line = new Line(world);
        this.compartment = compartment;
        this.listener = listener;
        this.tellsAll = tellsAll;
    }

    @Override
    public void connect() {
        catchUp();
        line.open();
        compartment.join(this);
        if (!wasOpen) {
            wasOpen = true;
            compartment.air().anew(world.nowMillis());
        }
        compartment.air().opened(world.nowMillis());
        wakeAt(compartment.air().reportMillis());
    }

    @Override
    public void cut() {
        if (!line.isOpen()) {
            return;
        }
        catchUp();
        line.cut();
        compartment.join(null);
        compartment.air().closed(world.nowMillis());
        promisedMillis = Long.MIN_VALUE;
        plan++;
        listener.hear(new ClimateEvent.ClimateLost("the line is gone"), world.nowMillis());
    }

    @Override
    public void command(ClimateCommand command) {
        switch (command) {
            case ClimateCommand.DoorIs(boolean open) -> {
                catchUp();
                compartment.air().doorTold(open);
                changed();
            }
        }
    }

    @Override
    public void catchUp() {
        if (line.isOpen()) {
            tellDue(world.nowMillis());
        }
    }

    /** The one that was promised is told for itself, after those before it. */
    private void tellDue(long now) {
        tellUntil(Math.min(now, promisedMillis - 1));
        Air air = compartment.air();
        if (now >= promisedMillis && air.reportMillis() == promisedMillis) {
            listener.hear(air.report(), promisedMillis);
        }
    }

    /** All of them are inert, or the line would have woken for one before. */
    private void tellUntil(long millis) {
        Air air = compartment.air();
        ClimateEvent.@Nullable Reported latest = null;
        long atMillis = 0;
        while (air.reportMillis() <= millis) {
            atMillis = air.reportMillis();
            latest = air.report();
        }
        if (latest != null) {
            listener.hear(latest, atMillis);
        }
    }

    @Override
    public void changed() {
        if (line.isOpen()) {
            lookAhead();
        }
    }

    @Override
    public long promisedMillis() {
        return promisedMillis;
    }

    private void lookAhead() {
        Air future = compartment.air().copy();
        Foresight foresight = listener.foresight();
        long due = future.reportMillis();
        for (int i = 0; i < AHEAD_MAX && foresight.isInert(future.report(), due); i++) {
            if (tellsAll) {
                world.at(due, this::catchUp);
            }
            due = future.reportMillis();
        }
        wakeAt(due);
    }

    private void wakeAt(long millis) {
        promisedMillis = millis;
        long planned = ++plan;
        world.at(
                millis,
                () -> {
                    if (planned == plan) {
                        wake(millis);
                    }
                });
    }

    private void wake(long millis) {
        tellDue(millis);
        lookAhead();
    }
}
