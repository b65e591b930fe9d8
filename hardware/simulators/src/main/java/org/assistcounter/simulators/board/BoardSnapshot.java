package org.assistcounter.simulators.board;

import java.util.List;
import java.util.Map;

/** What the bench shows of the board and its shelf. */
public record BoardSnapshot(
        Map<Integer, SelectionCount> selections,
        List<String> faults,
        int turning,
        boolean connected) {

    /** The value of {@code turning} when no motor turns. */
    public static final int NOTHING_TURNS = -1;

    public BoardSnapshot {
        selections = Map.copyOf(selections);
        faults = List.copyOf(faults);
    }
}
