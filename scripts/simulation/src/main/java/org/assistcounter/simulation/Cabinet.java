package org.assistcounter.simulation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.assistcounter.counter.sale.Phase;
import org.assistcounter.devices.mdb.CashlessSettings;
import org.assistcounter.oracles.WorldFact;
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
import org.jspecify.annotations.Nullable;

/** The devices of the cabinet, which live on when the agent dies, and what they have seen. */
final class Cabinet implements DeviceTrouble.Devices {
    static final long WIRE_MILLIS = 2;
    private static final long READER_POLL_MILLIS = 200;
    private static final int BOARD_POLL_MILLIS = 500;
    private static final long DECISION_MILLIS = 800;

    private final World world;
    private final Trace trace;
    private final SplittableRandom random;
    private final ReaderKind reader;
    private final WireEnd<ReaderTrick, ReaderSnapshot> box;
    private final WireEnd<BoardTrick, BoardSnapshot> board;
    private final CoolCompartment compartment;
    private final DeviceTrouble trouble;
    private @Nullable SimulatedCounter counter;
    private DeviceTrouble.@Nullable Spoiling readerSpoiling;
    private DeviceTrouble.@Nullable Spoiling boardSpoiling;
    private CardLedger cards = CardLedger.EMPTY;
    private Consumer<WorldFact.AtCounter> witness = _ -> {};

    Cabinet(
            World world,
            Trace trace,
            ShelfRelease release,
            Faults faults,
            SplittableRandom random) {
        this.world = world;
        this.trace = trace;
        this.random = random;
        this.reader = ReaderKind.drawn(random);
        this.compartment = new CoolCompartment(world, faults, random.split(), this::saw);
        this.trouble = new DeviceTrouble(world, faults, random.split(), this, release);
        Map<Integer, SelectionCount> selections = new HashMap<>();
        for (ShelfSlot slot : release.slots()) {
            selections.put(slot.slot(), new SelectionCount(slot.loaded(), 0, 0));
        }
        CabinetWatch watch = new CabinetWatch(selections, this::saw);
        box =
                new WireEnd<>(
                        world,
                        new SimulatedWaferBox(
                                new SimulatedCashlessReader(reader.model(), CardLedger.EMPTY),
                                READER_POLL_MILLIS),
                        snapshot -> {
                            cards = snapshot.ledger();
                            watch.counted(cards);
                        });
        board =
                new WireEnd<>(
                        world,
                        new SimulatedVendingBoard(selections, BOARD_POLL_MILLIS),
                        watch::counted);
        box.spoil(this::traced);
        board.spoil(this::traced);
    }

    /** What the counter's wiring says of its reader. */
    CashlessSettings wiring() {
        return reader.wiring();
    }

    CardLedger cards() {
        return cards;
    }

    /** Is told from now on what happens in and at the cabinet. */
    void watch(Consumer<WorldFact.AtCounter> watcher) {
        witness = watcher;
    }

    /** Somebody sees this. */
    void saw(WorldFact.AtCounter fact) {
        witness.accept(fact);
    }

    void connect(SimulatedCounter life) {
        counter = life;
        life.reader().spoil(this::heardOfReader);
        life.board().spoil(this::heardOfBoard);
        life.reader().connect(box, WIRE_MILLIS);
        life.board().connect(board, WIRE_MILLIS);
        compartment.connect(life);
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

    /** Something may go wrong just now, while money or goods are on their way. */
    void underWay() {
        trouble.underWay();
    }

    /** Every few minutes something may begin to go wrong. */
    void nowAndThen(SimulatedCounter counter) {
        trouble.nowAndThen();
        compartment.trouble(counter);
    }

    @Override
    public void reader(ReaderTrick trick) {
        box.command(trick);
    }

    @Override
    public OptionalInt slotOfSale() {
        SimulatedCounter life = counter;
        return life != null
                        && life.isStarted()
                        && life.state().phase() instanceof Phase.Paying paying
                ? OptionalInt.of(paying.sale().line().slot())
                : OptionalInt.empty();
    }

    @Override
    public void board(BoardTrick trick) {
        board.command(trick);
    }

    @Override
    public void cutReader(long millis) {
        SimulatedCounter life = counter;
        if (life != null && life.isAlive()) {
            life.reader().cut();
            later(millis, life, () -> life.reader().connect(box, WIRE_MILLIS));
        }
    }

    @Override
    public void cutBoard(long millis) {
        SimulatedCounter life = counter;
        if (life != null && life.isAlive()) {
            life.board().cut();
            later(millis, life, () -> life.board().connect(board, WIRE_MILLIS));
        }
    }

    private void later(long millis, SimulatedCounter life, Runnable action) {
        world.at(
                world.nowMillis() + millis,
                () -> {
                    if (life.isAlive()) {
                        action.run();
                    }
                });
    }

    @Override
    public void spoilReader(DeviceTrouble.Spoiling next) {
        readerSpoiling = next;
    }

    @Override
    public void spoilBoard(DeviceTrouble.Spoiling next) {
        boardSpoiling = next;
    }

    private byte[] traced(byte[] bytes) {
        trace.mix(world.nowMillis());
        trace.mix(bytes);
        return bytes;
    }

    private byte[] heardOfReader(byte[] bytes) {
        DeviceTrouble.Spoiling spoiling = readerSpoiling;
        readerSpoiling = null;
        return traced(spoilt(bytes, spoiling));
    }

    private byte[] heardOfBoard(byte[] bytes) {
        DeviceTrouble.Spoiling spoiling = boardSpoiling;
        boardSpoiling = null;
        return traced(spoilt(bytes, spoiling));
    }

    private byte[] spoilt(byte[] bytes, DeviceTrouble.@Nullable Spoiling spoiling) {
        return switch (spoiling) {
            case null -> bytes;
            case TWICE -> {
                byte[] twice = Arrays.copyOf(bytes, bytes.length * 2);
                System.arraycopy(bytes, 0, twice, bytes.length, bytes.length);
                yield twice;
            }
            case BYTE_LOST -> {
                int lost = random.nextInt(bytes.length);
                byte[] rest = Arrays.copyOf(bytes, bytes.length - 1);
                System.arraycopy(bytes, lost + 1, rest, lost, rest.length - lost);
                yield rest;
            }
        };
    }

    /** Everything works again. */
    void heal() {
        box.command(new ReaderTrick.DecideAfter(DECISION_MILLIS));
        box.command(new ReaderTrick.SlowRefund(0));
        board.command(new BoardTrick.SensorBad(false));
    }
}
