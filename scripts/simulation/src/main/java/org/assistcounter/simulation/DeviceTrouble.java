package org.assistcounter.simulation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.assistcounter.protocol.shelf.ShelfRelease;
import org.assistcounter.simulation.Spoiler.Spoiling;
import org.assistcounter.simulators.board.BoardTrick;
import org.assistcounter.simulators.cashless.ReaderTrick;
import org.assistcounter.simulators.world.World;

/**
 * How devices and their wires misbehave: each now and then by its own rate, and one of them just
 * when something is under way, because that is where money and goods are lost.
 */
final class DeviceTrouble {
    private static final long NOW_AND_THEN_MILLIS = 120_000;
    private static final long AT_ONCE_MILLIS = 300;
    private static final long UNDER_WAY_MILLIS = 5_000;
    private static final long SILENCE_MILLIS_MAX = 20_000;
    private static final long LONG_SILENCE_MILLIS_MAX = 120_000;
    private static final long LATE_MILLIS_MAX = 30_000;

    /**
     * Longer than a turn with both its self-tests: a shorter one is a lie that no test can find.
     */
    private static final long SENSOR_BAD_MILLIS_MIN = 30_000;

    private static final long SENSOR_BAD_MILLIS_MAX = 600_000;

    private final World world;
    private final Faults faults;
    private final SplittableRandom random;
    private final Devices devices;
    private final ShelfRelease release;
    private final Map<Fault, Runnable> kinds = new EnumMap<>(Fault.class);
    private final List<Fault> all;

    /** What can be done to them. */
    interface Devices {
        void reader(ReaderTrick trick);

        /** The slot that is to be turned next, if a sale is being paid. */
        OptionalInt slotOfSale();

        void board(BoardTrick trick);

        /** The line is cut for so long. */
        void cutReader(long millis);

        void cutBoard(long millis);

        /** At which level they are joined: of what cannot strike there nothing is tried. */
        Level level();

        /** What the box says next comes without one of its bytes, or twice. */
        void spoilReader(Spoiling spoiling);

        void spoilBoard(Spoiling spoiling);
    }

    DeviceTrouble(
            World world,
            Faults faults,
            SplittableRandom random,
            Devices devices,
            ShelfRelease release) {
        this.world = world;
        this.faults = faults;
        this.random = random;
        this.devices = devices;
        this.release = release;
        ofReader();
        ofBoard();
        this.all = List.copyOf(kinds.keySet());
    }

    private void ofReader() {
        reader(Fault.DENIED, new ReaderTrick.DenyNext());
        reader(Fault.APPROVED_FOR_NOTHING, new ReaderTrick.ApproveNothingNext());
        reader(Fault.APPROVED_FOR_LESS, new ReaderTrick.ApproveLessNext());
        reader(Fault.CARD_PULLED, new ReaderTrick.RemoveCard());
        reader(Fault.REFUND_FAILS, new ReaderTrick.FailNextRefund());
        reader(Fault.READER_POWER_BLIP, new ReaderTrick.PowerBlip());
        reader(Fault.READER_NOISE, new ReaderTrick.NoiseNext());
        strikes(
                Fault.READER_SLOW,
                () -> devices.reader(new ReaderTrick.DecideAfter(random.nextLong(45_000))));
        strikes(
                Fault.REFUND_SLOW,
                () -> devices.reader(new ReaderTrick.SlowRefund(random.nextLong(8_000))));
        strikes(Fault.READER_SILENT, () -> devices.reader(new ReaderTrick.GoSilent(silence())));
        strikes(Fault.READER_LINE_CUT, () -> devices.cutReader(silence()));
        strikes(Fault.READER_BYTE_LOST, () -> devices.spoilReader(Spoiling.BYTE_LOST));
        strikes(Fault.READER_LINE_TWICE, () -> devices.spoilReader(Spoiling.TWICE));
    }

    private void ofBoard() {
        strikes(Fault.JAM, () -> devices.board(new BoardTrick.Jam(slot(), true)));
        strikes(
                Fault.NOTHING_FALLS,
                () -> devices.board(new BoardTrick.NothingFalls(slot(), true)));
        strikes(Fault.MOTOR_ABSENT, () -> devices.board(new BoardTrick.MotorAbsent(slot(), true)));
        strikes(Fault.SENSOR_BAD, this::sensorBad);
        board(Fault.DROP_UNSEEN, new BoardTrick.DropLate());
        board(Fault.DROP_IMAGINED, new BoardTrick.SeeGhostNext());
        board(Fault.STATUS_LOST, new BoardTrick.LoseStatus());
        board(Fault.BOARD_FLIP, new BoardTrick.FlipNext());
        board(Fault.BOARD_NOISE, new BoardTrick.NoiseNext());
        board(Fault.BOARD_LOST_FRAME, new BoardTrick.LoseNext());
        board(Fault.BOARD_POWER_BLIP, new BoardTrick.PowerBlip());
        strikes(
                Fault.STATUS_LATE,
                () -> devices.board(new BoardTrick.LateStatus(random.nextLong(LATE_MILLIS_MAX))));
        strikes(
                Fault.MUTE_ON_DRIVE,
                () -> devices.board(new BoardTrick.MuteOnDrive(random.nextLong(LATE_MILLIS_MAX))));
        strikes(Fault.BOARD_SILENT, () -> devices.board(new BoardTrick.GoSilent(silence())));
        strikes(Fault.BOARD_LINE_CUT, () -> devices.cutBoard(silence()));
        strikes(Fault.BOARD_FRAME_TWICE, () -> devices.spoilBoard(Spoiling.TWICE));
    }

    private void reader(Fault fault, ReaderTrick trick) {
        strikes(fault, () -> devices.reader(trick));
    }

    private void board(Fault fault, BoardTrick trick) {
        strikes(fault, () -> devices.board(trick));
    }

    private void strikes(Fault fault, Runnable strike) {
        if (fault.isAt(devices.level())) {
            kinds.put(fault, strike);
        }
    }

    private void sensorBad() {
        devices.board(new BoardTrick.SensorBad(true));
        world.at(
                world.nowMillis() + SENSOR_BAD_MILLIS_MIN + random.nextLong(SENSOR_BAD_MILLIS_MAX),
                () -> devices.board(new BoardTrick.SensorBad(false)));
    }

    private int slot() {
        int any = release.slots().get(random.nextInt(release.slots().size())).slot();
        return random.nextBoolean() ? any : devices.slotOfSale().orElse(any);
    }

    private long silence() {
        boolean isLong = random.nextInt(4) == 0;
        return random.nextLong(isLong ? LONG_SILENCE_MILLIS_MAX : SILENCE_MILLIS_MAX);
    }

    /** Asked every few minutes. */
    void nowAndThen() {
        kinds.forEach((fault, strike) -> {
            if (faults.strikes(fault)) {
                later(NOW_AND_THEN_MILLIS, strike);
            }
        });
    }

    /** Asked whenever the screen changes while money or goods are on their way. */
    void underWay() {
        Fault fault = faults.underWay(all);
        Runnable strike = fault == null ? null : kinds.get(fault);
        if (strike != null) {
            later(random.nextBoolean() ? AT_ONCE_MILLIS : UNDER_WAY_MILLIS, strike);
        }
    }

    private void later(long mostMillis, Runnable action) {
        world.at(world.nowMillis() + random.nextLong(mostMillis), action);
    }
}
