package org.assistcounter.oracles;

import java.util.HashMap;
import java.util.Map;
import org.assistcounter.protocol.journal.DispenseVerdict;
import org.assistcounter.protocol.journal.Fact;
import org.jspecify.annotations.Nullable;

/**
 * Motors against the records. A motor turns at most once for a command that is on disk, and only
 * while the world still holds money for what it gives out. What is booked as delivered fell, what
 * is booked as not delivered did not, unless the drop sensor lied about that very turn.
 */
final class TurnOracle implements Oracle {
    static final String NAME = "turn";

    private final Sales sales;
    private final Map<Integer, Turn> newestOfSlot = new HashMap<>();

    TurnOracle(Sales sales) {
        this.sales = sales;
    }

    /** One command and what came of it. */
    private static final class Turn {
        final Fact.DispenseCommanded command;
        @Nullable DispenseVerdict verdict;
        boolean turned;
        boolean fell;
        boolean lied;

        /** What earlier lines of the sale have used up of its money. */
        final long spent;

        Turn(Fact.DispenseCommanded command, @Nullable SaleAccount sale) {
            this.command = command;
            this.spent = sale == null ? 0 : sale.delivered() + sale.held();
        }

        /** Nobody knows if the board still obeys a command that ended without proof. */
        boolean over() {
            return verdict == DispenseVerdict.DELIVERED || verdict == DispenseVerdict.NOT_DELIVERED;
        }
    }

    @Override
    public void saw(long atMillis, WorldFact.AtCounter fact) {
        switch (fact) {
            case WorldFact.MotorTurned turned -> turn(turned.slot());
            case WorldFact.PieceFell fell -> fall(fell.slot());
            case WorldFact.DropSensorLied lie -> {
                Turn turn = newestOfSlot.get(lie.slot());
                if (turn != null) {
                    turn.lied = true;
                }
            }
            case WorldFact.AtCounter _ -> {}
        }
    }

    private void turn(int slot) {
        Turn turn = newestOfSlot.get(slot);
        if (turn == null) {
            throw new Broken(NAME, "slot " + slot + " turned and no record commanded it");
        }
        if (turn.turned) {
            throw broken(turn, "turned twice for one command: a second piece for one payment");
        }
        if (turn.over()) {
            throw broken(turn, "turned after its end was on disk");
        }
        turn.turned = true;
        SaleAccount sale = sales.find(turn.command.sale().text());
        if (sale == null || sale.kept() <= turn.spent) {
            throw broken(
                    turn,
                    "turned unpaid: reader and wallet hold %s for it"
                            .formatted(Broken.money(sale == null ? 0 : sale.kept())));
        }
    }

    private void fall(int slot) {
        Turn turn = newestOfSlot.get(slot);
        if (turn == null || !turn.turned) {
            throw new Broken(NAME, "a piece fell from slot " + slot + ", which did not turn");
        }
        if (turn.fell) {
            throw broken(turn, "gave out two pieces for one payment");
        }
        turn.fell = true;
        compare(turn);
    }

    @Override
    public void read(long atMillis, Written written) {
        switch (written.fact()) {
            case Fact.DispenseCommanded f -> newestOfSlot.put(f.slot(), new Turn(f, sales.open()));
            case Fact.DispenseResolved f -> {
                Turn turn = newestOfSlot.get(f.goods().slot());
                if (turn == null || !turn.command.sale().equals(f.sale())) {
                    throw new Broken(NAME, f.sale() + " books a turn without a command");
                }
                turn.verdict = f.verdict();
                compare(turn);
            }
            case Fact _ -> {}
        }
    }

    private static void compare(Turn turn) {
        if (turn.verdict == null || turn.lied) {
            return;
        }
        switch (turn.verdict) {
            case DELIVERED -> {
                if (!turn.fell) {
                    throw broken(turn, "is booked as delivered and nothing fell: paid for nothing");
                }
            }
            case NOT_DELIVERED -> {
                if (turn.fell) {
                    throw broken(
                            turn, "is booked as not delivered and the piece is out: free goods");
                }
            }
            case UNPROVEN -> {}
        }
    }

    private static Broken broken(Turn turn, String loss) {
        return new Broken(
                NAME,
                "%s line %d slot %d %s"
                        .formatted(
                                turn.command.sale(),
                                turn.command.line(),
                                turn.command.slot(),
                                loss));
    }
}
