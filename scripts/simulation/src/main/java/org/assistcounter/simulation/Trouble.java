package org.assistcounter.simulation;

import java.util.function.Supplier;
import org.assistcounter.simulators.world.World;

/** Every few minutes the outside world may misbehave. */
record Trouble(
        World world,
        Faults faults,
        Cabinet cabinet,
        Contacts contacts,
        SimulatedClock clock,
        SimulatedLink link,
        SimulatedDispatcher dispatcher) {
    private static final long EVERY_MILLIS = 120_000;

    /**
     * From now on.
     *
     * @param restart somebody stops the agent
     */
    void begin(Supplier<SimulatedCounter> counter, Runnable restart) {
        world.at(
                world.nowMillis() + EVERY_MILLIS,
                () -> {
                    strike(counter, restart);
                    begin(counter, restart);
                });
    }

    private void strike(Supplier<SimulatedCounter> counter, Runnable restart) {
        cabinet.nowAndThen(counter.get());
        contacts.nowAndThen();
        clock.nowAndThen();
        dispatcher.nowAndThen(counter);
        if (faults.strikes(Fault.AGENT_RESTARTED)) {
            world.at(world.nowMillis() + faults.within(EVERY_MILLIS), restart);
        }
        if (faults.strikes(Fault.FLEET_AWAY)) {
            link.away(counter.get());
        }
    }
}
