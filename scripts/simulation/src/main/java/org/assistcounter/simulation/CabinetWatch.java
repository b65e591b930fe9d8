package org.assistcounter.simulation;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.assistcounter.oracles.WorldFact;
import org.assistcounter.simulators.board.BoardSnapshot;
import org.assistcounter.simulators.board.SelectionCount;
import org.assistcounter.simulators.cashless.CardLedger;

/** Makes of what a reader and a board count what somebody saw who stood beside them. */
final class CabinetWatch {
    private static final List<String> LIES = List.of("drop-late", "ghost");

    private final Consumer<WorldFact.AtCounter> witness;
    private CardLedger cards = CardLedger.EMPTY;
    private Map<Integer, SelectionCount> selections;
    private List<String> faults = List.of();
    private int turning = BoardSnapshot.NOTHING_TURNS;

    CabinetWatch(Map<Integer, SelectionCount> selections, Consumer<WorldFact.AtCounter> witness) {
        this.selections = Map.copyOf(selections);
        this.witness = witness;
    }

    /** The reader's ledger after each change. */
    void counted(CardLedger now) {
        long took = now.approvedMinor() - cards.approvedMinor();
        long gave = now.refundedMinor() - cards.refundedMinor();
        cards = now;
        if (took > 0) {
            witness.accept(new WorldFact.CardTook(took));
        }
        if (gave > 0) {
            witness.accept(new WorldFact.CardGaveBack(gave));
        }
    }

    /** The board's counts after each change. */
    void counted(BoardSnapshot now) {
        for (String lie : LIES) {
            if (faults.contains(lie) && !now.faults().contains(lie)) {
                witness.accept(new WorldFact.DropSensorLied(turning));
            }
        }
        faults = now.faults();
        turning = now.turning();
        if (now.selections().equals(selections)) {
            return;
        }
        Map<Integer, SelectionCount> before = selections;
        selections = now.selections();
        selections.forEach((slot, count) ->
                changed(slot, before.getOrDefault(slot, SelectionCount.EMPTY), count));
    }

    private void changed(int slot, SelectionCount before, SelectionCount now) {
        for (long i = before.turns(); i < now.turns(); i++) {
            witness.accept(new WorldFact.MotorTurned(slot));
        }
        for (long i = before.drops(); i < now.drops(); i++) {
            witness.accept(new WorldFact.PieceFell(slot));
        }
    }
}
