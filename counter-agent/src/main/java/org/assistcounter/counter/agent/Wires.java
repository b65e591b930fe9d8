package org.assistcounter.counter.agent;

import org.assistcounter.counter.devices.DeviceLines;
import org.assistcounter.counter.journal.Journal;
import org.assistcounter.counter.link.FleetLink;
import org.assistcounter.counter.loop.Edge;
import org.assistcounter.counter.sale.CounterState;
import org.assistcounter.counter.sale.Effect;
import org.assistcounter.counter.sale.Phase;
import org.assistcounter.counter.screen.Screen;
import org.assistcounter.counter.service.ServiceCode;
import org.jspecify.annotations.Nullable;

/** Where the core's effects go. Joined once, before the core thread starts. */
final class Wires implements Edge {
    private final Journal journal;
    private @Nullable Joined joined;

    Wires(Journal journal) {
        this.journal = journal;
    }

    private record Joined(DeviceLines devices, FleetLink link, Screen screen, CodeDesk codes) {}

    void join(DeviceLines devices, FleetLink link, Screen screen, CodeDesk codes) {
        joined = new Joined(devices, link, screen, codes);
    }

    private Joined ends() {
        if (joined == null) {
            throw new IllegalStateException("the core started before its edge was joined");
        }
        return joined;
    }

    @Override
    public void perform(Effect effect) {
        switch (effect) {
            case Effect.CommandReader reader -> ends().devices().command(reader.command());
            case Effect.CommandDispenser dispenser -> ends().devices().command(dispenser.command());
            case Effect.CommandClimate climate -> ends().devices().command(climate.command());
            case Effect.AskFleet ask -> ends().link().ask(ask.question());
            case Effect.CompareCode(long attempt, ServiceCode code) ->
                    ends().codes().compare(attempt, code);
        }
    }

    @Override
    public void show(CounterState state, long nowMillis) {
        ends().devices().awaitCode(state.phase() instanceof Phase.Choosing);
        ends().link().stands(state.shelf().desired().report());
        ends().screen().show(state, nowMillis);
    }

    @Override
    public void appended(long newestSeq) {
        ends().link().appended(journal.head());
    }
}
