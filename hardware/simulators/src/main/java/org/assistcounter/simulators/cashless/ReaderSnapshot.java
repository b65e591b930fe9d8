package org.assistcounter.simulators.cashless;

import java.util.List;

/** What the bench shows of the reader and its box. */
public record ReaderSnapshot(
        ReaderState state, CardLedger ledger, List<String> faults, boolean connected) {

    public ReaderSnapshot {
        faults = List.copyOf(faults);
    }
}
