package org.assistcounter.counter.agent;

import org.assistcounter.counter.climate.Cooling;
import org.assistcounter.counter.devices.ClimateWire;
import org.assistcounter.counter.journal.Recovered;
import org.assistcounter.devices.climate.ColdChain;
import org.assistcounter.devices.climate.ColdChainRule;
import org.assistcounter.devices.wiring.CabinetWiring;
import org.assistcounter.devices.wiring.Dialect;

/** The cold chain at a start: what the journal knows, and the time since. */
record ColdStart(CabinetWiring wiring, Clocks clocks) {

    Cooling cooling(Recovered recovered) {
        return wiring.climate()
                .map(wire -> cooling(wire.value(Dialect.Climate.COMPARTMENT), wire, recovered))
                .orElse(Cooling.NONE);
    }

    private Cooling cooling(
            int compartment, CabinetWiring.Wire<Dialect.Climate> wire, Recovered recovered) {
        ColdChainRule rule = ClimateWire.rule(wire);
        boolean isLocked = recovered.shelf().isLocked(compartment);
        ColdChain chain = recovered.cold().chain(compartment, isLocked, rule, clocks.reading());
        return Cooling.starting(compartment, rule, chain, clocks.millis());
    }
}
