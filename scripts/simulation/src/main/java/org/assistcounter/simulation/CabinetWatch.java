package org.assistcounter.simulation;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.assistcounter.oracles.WorldFact;
import org.assistcounter.simulation.port.Bystander;
import org.assistcounter.simulators.board.BoardSnapshot;
import org.assistcounter.simulators.board.SelectionCount;
import org.assistcounter.simulators.cashless.CardLedger;
import org.assistcounter.simulators.climate.ClimateSnapshot;

/**
 * Makes of what devices do what somebody saw who stood beside them. Devices at wires are looked at
 * after each change of theirs.
 */
final class CabinetWatch implements Bystander {
    private static final List<String> LIES = List.of("drop-late", "ghost");

    private final Consumer<WorldFact.AtCounter> now;
    private final Cabinet.Witness then;
    private CardLedger cards = CardLedger.EMPTY;
    private Map<Integer, SelectionCount> selections;
    private List<String> faults = List.of();
    private int turning = BoardSnapshot.NOTHING_TURNS;
    private boolean isWarm;

    CabinetWatch(FittingsKind kind, Consumer<WorldFact.AtCounter> now, Cabinet.Witness then) {
        this.selections = kind.selections();
        this.now = now;
        this.then = then;
    }

    @Override
    public void turned(int selection) {
        now.accept(new WorldFact.MotorTurned(selection));
    }

    @Override
    public void fell(int selection) {
        now.accept(new WorldFact.PieceFell(selection));
    }

    @Override
    public void sensorLied(int selection) {
        now.accept(new WorldFact.DropSensorLied(selection));
    }

    @Override
    public void counted(CardLedger next) {
        long took = next.approvedMinor() - cards.approvedMinor();
        long gave = next.refundedMinor() - cards.refundedMinor();
        cards = next;
        if (took > 0) {
            now.accept(new WorldFact.CardTook(took));
        }
        if (gave > 0) {
            now.accept(new WorldFact.CardGaveBack(gave));
        }
    }

    @Override
    public void felt(boolean warm, int airMilli, long atMillis) {
        if (warm != isWarm) {
            isWarm = warm;
            then.saw(atMillis, new WorldFact.TemperatureIs(Goods.COMPARTMENT, airMilli));
        }
    }

    /** Somebody's own thermometer after each change. */
    void felt(ClimateSnapshot snapshot, long atMillis) {
        felt(snapshot.warmSinceMillis() <= atMillis, snapshot.airMilli(), atMillis);
    }

    /** The board's counts after each change. */
    void counted(BoardSnapshot next) {
        for (String lie : LIES) {
            if (faults.contains(lie) && !next.faults().contains(lie)) {
                sensorLied(turning);
            }
        }
        faults = next.faults();
        turning = next.turning();
        if (next.selections().equals(selections)) {
            return;
        }
        Map<Integer, SelectionCount> before = selections;
        selections = next.selections();
        selections.forEach((slot, count) ->
                changed(slot, before.getOrDefault(slot, SelectionCount.EMPTY), count));
    }

    private void changed(int slot, SelectionCount before, SelectionCount next) {
        for (long i = before.turns(); i < next.turns(); i++) {
            turned(slot);
        }
        for (long i = before.drops(); i < next.drops(); i++) {
            fell(slot);
        }
    }
}
