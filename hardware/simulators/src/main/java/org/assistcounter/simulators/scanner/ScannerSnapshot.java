package org.assistcounter.simulators.scanner;

import java.util.List;

/** What the bench shows of the scanner: how many codes it wrote, and never which. */
public record ScannerSnapshot(long written, List<String> faults, boolean connected) {

    public ScannerSnapshot {
        faults = List.copyOf(faults);
    }
}
