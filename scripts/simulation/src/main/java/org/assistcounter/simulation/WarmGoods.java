package org.assistcounter.simulation;

import java.util.OptionalInt;
import org.assistcounter.counter.sale.CounterState;
import org.assistcounter.counter.sale.Input;
import org.assistcounter.counter.sale.Phase;
import org.assistcounter.counter.service.Visit;
import org.assistcounter.devices.climate.ClimateEvent;
import org.assistcounter.protocol.journal.Fact;

/** Ways to overlook that goods are too warm, for planted bugs. */
final class WarmGoods {
    private static final OptionalInt COLD = OptionalInt.of(3_000);

    private WarmGoods() {}

    static CounterState unlocked(CounterState state) {
        return new CounterState(
                state.shelf().after(new Fact.ColdChainSwitched(Goods.COMPARTMENT, false, "")),
                state.equipment(),
                state.phase(),
                state.nextCommand(),
                state.faults(),
                state.cooling(),
                state.desk());
    }

    /** Who lifts a lock is taken to be signed in. */
    static CounterState trusting(CounterState state, Input input) {
        return input instanceof Input.ColdGoodsChecked
                ? new CounterState(
                        state.shelf(),
                        state.equipment(),
                        new Phase.Servicing(new Visit.SignedIn(Long.MAX_VALUE)),
                        state.nextCommand(),
                        state.faults(),
                        state.cooling(),
                        state.desk())
                : state;
    }

    static Input believed(Input input) {
        return input instanceof Input.ClimateSaid(ClimateEvent.Reported said)
                        && said.airMilli().isEmpty()
                ? new Input.ClimateSaid(new ClimateEvent.Reported(COLD, "", said.outputs()))
                : input;
    }
}
