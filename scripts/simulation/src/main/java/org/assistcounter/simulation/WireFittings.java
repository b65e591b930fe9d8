package org.assistcounter.simulation;

import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.assistcounter.devices.board.VendingBoard;
import org.assistcounter.devices.cashless.CashlessCommand;
import org.assistcounter.devices.cashless.CashlessEvent;
import org.assistcounter.devices.climate.ClimateCommand;
import org.assistcounter.devices.climate.ClimateEvent;
import org.assistcounter.devices.climate.ClimateLines;
import org.assistcounter.devices.climate.ClimateSettings;
import org.assistcounter.devices.dispenser.DispenserCommand;
import org.assistcounter.devices.dispenser.DispenserEvent;
import org.assistcounter.devices.mdb.WaferCashless;
import org.assistcounter.simulation.Spoiler.Spoiling;
import org.assistcounter.simulation.port.Reports;
import org.assistcounter.simulators.board.BoardSnapshot;
import org.assistcounter.simulators.board.BoardTrick;
import org.assistcounter.simulators.board.SimulatedVendingBoard;
import org.assistcounter.simulators.cashless.CardLedger;
import org.assistcounter.simulators.cashless.ReaderSnapshot;
import org.assistcounter.simulators.cashless.ReaderTrick;
import org.assistcounter.simulators.cashless.SimulatedCashlessReader;
import org.assistcounter.simulators.cashless.SimulatedWaferBox;
import org.assistcounter.simulators.climate.ClimateSnapshot;
import org.assistcounter.simulators.climate.ClimateTrick;
import org.assistcounter.simulators.climate.SimulatedCompartment;
import org.assistcounter.simulators.world.WireEnd;
import org.assistcounter.simulators.world.World;

/** The devices at the other ends of wires: every byte between them and the shipped drivers. */
final class WireFittings implements Fittings {
    private static final long READER_POLL_MILLIS = 200;
    private static final int BOARD_POLL_MILLIS = 500;

    private final World world;
    private final FittingsKind kind;
    private final WireEnd<ReaderTrick, ReaderSnapshot> box;
    private final WireEnd<BoardTrick, BoardSnapshot> board;
    private final WireEnd<ClimateTrick, ClimateSnapshot> compartment;
    private final Spoiler readerSpoiler;
    private final Spoiler boardSpoiler;
    private CardLedger cards = CardLedger.EMPTY;

    /**
     * @param watch is shown every change
     * @param traced is shown every byte that arrives at one of the boxes or comes from one
     */
    WireFittings(
            World world,
            FittingsKind kind,
            SplittableRandom random,
            CabinetWatch watch,
            UnaryOperator<byte[]> traced) {
        this.world = world;
        this.kind = kind;
        this.readerSpoiler = new Spoiler(random, traced);
        this.boardSpoiler = new Spoiler(random, traced);
        compartment =
                new WireEnd<>(
                        world,
                        new SimulatedCompartment(kind.probe()),
                        snapshot -> watch.felt(snapshot, world.nowMillis()));
        box =
                new WireEnd<>(
                        world,
                        new SimulatedWaferBox(
                                new SimulatedCashlessReader(
                                        kind.reader().model(), CardLedger.EMPTY),
                                READER_POLL_MILLIS),
                        snapshot -> {
                            cards = snapshot.ledger();
                            watch.counted(cards);
                        });
        board =
                new WireEnd<>(
                        world,
                        new SimulatedVendingBoard(kind.selections(), BOARD_POLL_MILLIS),
                        watch::counted);
        box.spoil(traced);
        board.spoil(traced);
    }

    @Override
    public Joint join(Ears ears) {
        WireEnd<CashlessCommand, CashlessEvent> reader =
                new WireEnd<>(world, new WaferCashless(kind.reader().wiring()), ears::hear);
        WireEnd<DispenserCommand, DispenserEvent> dispenser =
                new WireEnd<>(world, new VendingBoard(), ears::hear);
        WireEnd<ClimateCommand, ClimateEvent> climate =
                new WireEnd<>(
                        world,
                        new ClimateLines(ClimateSettings.USUAL),
                        event -> ears.hear(event, world.nowMillis()));
        reader.spoil(readerSpoiler::heard);
        dispenser.spoil(boardSpoiler::heard);
        return new Joint(
                new WirePort<>(reader, box),
                new WirePort<>(dispenser, board),
                new WirePort<>(climate, compartment),
                Reports.ALL);
    }

    @Override
    public void reader(ReaderTrick trick) {
        box.command(trick);
    }

    @Override
    public void board(BoardTrick trick) {
        board.command(trick);
    }

    @Override
    public void compartment(ClimateTrick trick) {
        compartment.command(trick);
    }

    @Override
    public void spoilReader(Spoiling next) {
        readerSpoiler.next(next);
    }

    @Override
    public void spoilBoard(Spoiling next) {
        boardSpoiler.next(next);
    }

    @Override
    public CardLedger cards() {
        return cards;
    }
}
