package org.assistcounter.devices.cabinet;

import java.util.List;

/** What one input brings about. */
public record CabinetStep(CabinetState state, List<CabinetEvent> events) {

    public CabinetStep {
        events = List.copyOf(events);
    }
}
