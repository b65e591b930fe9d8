package org.assistcounter.simulation;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.assistcounter.devices.mdb.CashlessSettings;
import org.assistcounter.protocol.shelf.ShelfRelease;
import org.assistcounter.protocol.shelf.ShelfSlot;
import org.assistcounter.simulators.board.BoardSnapshot;
import org.assistcounter.simulators.board.BoardTrick;
import org.assistcounter.simulators.board.SelectionCount;
import org.assistcounter.simulators.board.SimulatedVendingBoard;
import org.assistcounter.simulators.cashless.CardLedger;
import org.assistcounter.simulators.cashless.ReaderSnapshot;
import org.assistcounter.simulators.cashless.ReaderTrick;
import org.assistcounter.simulators.cashless.SimulatedCashlessReader;
import org.assistcounter.simulators.cashless.SimulatedWaferBox;
import org.assistcounter.simulators.world.WireEnd;
import org.assistcounter.simulators.world.World;

/** The devices of the cabinet, which live on when the agent dies, and what they have seen. */
final class Cabinet {
    private static final long WIRE_MILLIS = 2;
    private static final long READER_POLL_MILLIS = 200;
    private static final int BOARD_POLL_MILLIS = 500;
    private static final long SILENCE_MILLIS_MAX = 20_000;

    private final World world;
    private final Faults faults;
    private final SplittableRandom random;
    private final ShelfRelease release;
    private final ReaderKind reader;
    private final WireEnd<ReaderTrick, ReaderSnapshot> box;
    private final WireEnd<BoardTrick, BoardSnapshot> board;
    private final CoolCompartment compartment;
    private CardLedger cards = CardLedger.EMPTY;
    private Map<Integer, SelectionCount> selections = new HashMap<>();
    private Runnable boardWatch = () -> {};

    Cabinet(World world, ShelfRelease release, Faults faults, SplittableRandom random) {
        this.world = world;
        this.faults = faults;
        this.random = random;
        this.release = release;
        this.reader = ReaderKind.drawn(random);
        this.compartment = new CoolCompartment(world, faults, random.split());
        for (ShelfSlot slot : release.slots()) {
            selections.put(slot.slot(), new SelectionCount(slot.loaded(), 0, 0));
        }
        box =
                new WireEnd<>(
                        world,
                        new SimulatedWaferBox(
                                new SimulatedCashlessReader(reader.model(), CardLedger.EMPTY),
                                READER_POLL_MILLIS),
                        snapshot -> cards = snapshot.ledger());
        board =
                new WireEnd<>(
                        world,
                        new SimulatedVendingBoard(selections, BOARD_POLL_MILLIS),
                        snapshot -> {
                            selections = snapshot.selections();
                            boardWatch.run();
                        });
    }

    /** What the counter's wiring says of its reader. */
    CashlessSettings wiring() {
        return reader.wiring();
    }

    CardLedger cards() {
        return cards;
    }

    /** How often each motor turned. */
    Map<Integer, Long> turns() {
        Map<Integer, Long> turns = new HashMap<>();
        selections.forEach((slot, count) -> turns.put(slot, count.turns()));
        return turns;
    }

    /** Is told whenever the board counts something, at that moment. */
    void watchBoard(Runnable watch) {
        boardWatch = watch;
    }

    long drops() {
        return selections.values().stream().mapToLong(SelectionCount::drops).sum();
    }

    void connect(SimulatedCounter counter) {
        counter.reader().connect(box, WIRE_MILLIS);
        counter.board().connect(board, WIRE_MILLIS);
        compartment.connect(counter);
    }

    CoolCompartment compartment() {
        return compartment;
    }

    void trick(ReaderTrick trick) {
        box.command(trick);
    }

    /** Somebody clears a slot with their hands. */
    void mend(int slot) {
        board.command(new BoardTrick.Jam(slot, false));
        board.command(new BoardTrick.NothingFalls(slot, false));
        board.command(new BoardTrick.MotorAbsent(slot, false));
    }

    /** Lets the devices misbehave as the seed has it. */
    void trouble(SimulatedCounter counter) {
        readerTrouble();
        boardTrouble();
        compartment.trouble(counter);
        if (faults.strikes(Fault.READER_LINE_CUT) && counter.isAlive()) {
            counter.reader().cut();
            world.at(
                    world.nowMillis() + random.nextLong(SILENCE_MILLIS_MAX),
                    () -> {
                        if (counter.isAlive()) {
                            counter.reader().connect(box, WIRE_MILLIS);
                        }
                    });
        }
        if (faults.strikes(Fault.BOARD_LINE_CUT) && counter.isAlive()) {
            counter.board().cut();
            world.at(
                    world.nowMillis() + random.nextLong(SILENCE_MILLIS_MAX),
                    () -> {
                        if (counter.isAlive()) {
                            counter.board().connect(board, WIRE_MILLIS);
                        }
                    });
        }
    }

    private void readerTrouble() {
        reader(Fault.DENIED, new ReaderTrick.DenyNext());
        reader(Fault.APPROVED_FOR_NOTHING, new ReaderTrick.ApproveNothingNext());
        reader(Fault.REFUND_FAILS, new ReaderTrick.FailNextRefund());
        reader(Fault.REFUND_SLOW, new ReaderTrick.SlowRefund(random.nextLong(8_000)));
        reader(Fault.READER_POWER_BLIP, new ReaderTrick.PowerBlip());
        reader(Fault.READER_NOISE, new ReaderTrick.NoiseNext());
        reader(Fault.READER_SILENT, new ReaderTrick.GoSilent(random.nextLong(SILENCE_MILLIS_MAX)));
    }

    private void reader(Fault fault, ReaderTrick trick) {
        if (faults.strikes(fault)) {
            soon(() -> box.command(trick));
        }
    }

    private void boardTrouble() {
        int slot = release.slots().get(random.nextInt(release.slots().size())).slot();
        board(Fault.JAM, new BoardTrick.Jam(slot, true));
        board(Fault.NOTHING_FALLS, new BoardTrick.NothingFalls(slot, true));
        board(Fault.MOTOR_ABSENT, new BoardTrick.MotorAbsent(slot, true));
        board(Fault.SENSOR_BAD, new BoardTrick.SensorBad(true));
        board(Fault.STATUS_LOST, new BoardTrick.LoseStatus());
        board(Fault.STATUS_LATE, new BoardTrick.LateStatus(random.nextLong(30_000)));
        board(Fault.MUTE_ON_DRIVE, new BoardTrick.MuteOnDrive(random.nextLong(30_000)));
        board(Fault.BOARD_FLIP, new BoardTrick.FlipNext());
        board(Fault.BOARD_NOISE, new BoardTrick.NoiseNext());
        board(Fault.BOARD_LOST_FRAME, new BoardTrick.LoseNext());
        board(Fault.BOARD_SILENT, new BoardTrick.GoSilent(random.nextLong(SILENCE_MILLIS_MAX)));
        board(Fault.BOARD_POWER_BLIP, new BoardTrick.PowerBlip());
    }

    private void board(Fault fault, BoardTrick trick) {
        if (faults.strikes(fault)) {
            soon(() -> board.command(trick));
            if (fault == Fault.SENSOR_BAD) {
                world.at(
                        world.nowMillis() + random.nextLong(600_000),
                        () -> board.command(new BoardTrick.SensorBad(false)));
            }
        }
    }

    private void soon(Runnable action) {
        world.at(world.nowMillis() + random.nextLong(120_000), action);
    }

    /** Everything works again. */
    void heal() {
        board.command(new BoardTrick.SensorBad(false));
    }
}
