package org.assistcounter.simulators.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assistcounter.devices.dispenser.DispenserCommand;
import org.assistcounter.devices.dispenser.DispenserEvent;
import org.assistcounter.devices.dispenser.DispenserEvent.BoardLost;
import org.assistcounter.devices.dispenser.DispenserEvent.BoardReady;
import org.assistcounter.devices.dispenser.DispenserEvent.Garbled;
import org.assistcounter.devices.dispenser.DispenserEvent.TurnEnded;
import org.assistcounter.devices.dispenser.DispenserEvent.TurnStarted;
import org.assistcounter.devices.dispenser.SelfTest;
import org.assistcounter.devices.dispenser.TurnEvidence;
import org.assistcounter.devices.dispenser.TurnEvidence.Drop;
import org.assistcounter.devices.dispenser.TurnEvidence.Home;
import org.assistcounter.devices.modbus.ModbusMotorBoard;
import org.assistcounter.devices.modbus.MotorMap;
import org.assistcounter.devices.modbus.MotorState;
import org.assistcounter.simulators.world.WireEnd;
import org.assistcounter.simulators.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Turns between our Modbus driver and a simulated motor board, in virtual time. */
class MotorTest {

    private static final List<MotorState> ENDS =
            Stream.of(MotorState.values())
                    .filter(state -> state != MotorState.IDLE && state != MotorState.RUNNING)
                    .toList();

    private final World world = new World();
    private final List<DispenserEvent> events = new ArrayList<>();
    private final List<MotorSnapshot> snapshots = new ArrayList<>();
    private final WireEnd<MotorTrick, MotorSnapshot> board =
            new WireEnd<>(world, new SimulatedMotorBoard(MotorMap.USUAL), snapshots::add);
    private final WireEnd<DispenserCommand, DispenserEvent> host =
            new WireEnd<>(world, new ModbusMotorBoard(MotorMap.USUAL), events::add);

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @BeforeEach
    void connect() {
        host.connect(board, 5);
        world.run(1_000);
    }

    private static TurnEnded ended(Home home, Drop drop, int status) {
        return new TurnEnded(1, new TurnEvidence(home, drop, SelfTest.GOOD, SelfTest.GOOD, status));
    }

    @Test
    void provesADelivery() {
        turn(1);
        world.run(4_000);

        assertThat(events)
                .containsExactly(
                        new BoardReady(SelfTest.GOOD),
                        new TurnStarted(1),
                        ended(Home.RETURNED, Drop.SEEN, 2));
        assertThat(snapshots.getLast()).isEqualTo(new MotorSnapshot(1, 1));
    }

    @Test
    void showsWhatTheBoardSaysOfTheEnd() {
        board.command(new MotorTrick.EndAs(MotorState.JAMMED));
        turn(1);
        world.run(4_000);

        assertThat(events).endsWith(ended(Home.NOT_RETURNED, Drop.NOT_SEEN, 4));
    }

    @Test
    void tellsThatTheSensorBecameDoubtful() {
        board.command(new MotorTrick.EndAs(MotorState.NOTHING_FELL));
        turn(1);
        world.run(500);
        board.command(new MotorTrick.SensorBad(true));
        world.run(4_000);

        var evidence =
                new TurnEvidence(Home.RETURNED, Drop.NOT_SEEN, SelfTest.GOOD, SelfTest.BAD, 3);
        assertThat(events).endsWith(new TurnEnded(1, evidence));
    }

    @Test
    void asksForTheStatusAndNeverRepeatsACommandThatWasNotAnswered() {
        board.command(new MotorTrick.MuteOnCommand());
        turn(1);
        world.run(4_000);

        assertThat(events).endsWith(new TurnStarted(1), ended(Home.RETURNED, Drop.SEEN, 2));
        assertThat(snapshots.getLast().turns()).isEqualTo(1);
    }

    @Test
    void knowsThatALostCommandWasNotTaken() {
        turnBefore();
        board.command(new MotorTrick.LoseCommand());
        turn(1);
        world.run(4_000);

        assertThat(events).endsWith(ended(Home.NOT_RETURNED, Drop.NOT_SEEN, -1));
        assertThat(snapshots.getLast().turns()).isEqualTo(1);
    }

    @Test
    void knowsThatARefusedCommandWasNotTaken() {
        board.command(new MotorTrick.RefuseNext(2));
        turn(1);
        world.run(4_000);

        assertThat(events)
                .endsWith(
                        new Garbled("", "exception 2"),
                        ended(Home.NOT_RETURNED, Drop.NOT_SEEN, -1));
    }

    @Test
    void asksForTheStatusAfterAnExceptionThatLeavesItOpen() {
        turnBefore();
        board.command(new MotorTrick.RefuseNext(4));
        turn(1);
        world.run(100);
        assertThat(events).doesNotHaveAnyElementsOfTypes(TurnEnded.class);

        world.run(4_000);
        assertThat(events).endsWith(ended(Home.NOT_RETURNED, Drop.NOT_SEEN, -1));
    }

    /** Found by seeds 20 and 48: the ticket after the power came back was that from before. */
    @Test
    void losesTheEvidenceWhenAFreshBoardForgetsItsFirstCommand() {
        board.command(new MotorTrick.MuteOnCommand());
        turn(1);
        world.run(250);
        board.command(new MotorTrick.PowerBlip());
        world.run(4_000);

        assertThat(events).endsWith(new TurnEnded(1, TurnEvidence.lost(SelfTest.GOOD)));
        assertThat(snapshots.getLast().turns()).isEqualTo(1);
    }

    @Test
    void losesTheEvidenceWhenTheBoardForgetsInATurn() {
        turn(1);
        world.run(1_000);
        board.command(new MotorTrick.PowerBlip());
        world.run(4_000);

        assertThat(events).endsWith(new TurnEnded(1, TurnEvidence.lost(SelfTest.GOOD)));
    }

    @Test
    void losesTheEvidenceWhenTheBoardIsSilentForLong() {
        turn(1);
        world.run(1_000);
        board.command(new MotorTrick.GoSilent(60_000));
        world.run(20_000);

        assertThat(events)
                .hasAtLeastOneElementOfType(BoardLost.class)
                .endsWith(new TurnEnded(1, TurnEvidence.lost(SelfTest.GOOD)));
    }

    @Test
    void losesTheEvidenceWhenTheLineGoesInATurn() {
        turn(1);
        world.run(1_000);
        host.cut();

        assertThat(events).contains(new TurnEnded(1, TurnEvidence.lost(SelfTest.GOOD)));
    }

    @Test
    void refusesLateSpoiltAndBrokenAnswersAndGoesOn() {
        board.command(new MotorTrick.DelayNext(400));
        world.run(2_000);
        board.command(new MotorTrick.FlipNext());
        world.run(2_000);
        board.command(new MotorTrick.BreakNext());
        world.run(2_000);
        assertThat(events.stream().filter(e -> e instanceof Garbled))
                .extracting(e -> ((Garbled) e).reason())
                .containsExactly(
                        "an answer to nothing that was asked",
                        "the CRC is wrong",
                        "shorter than its answer");

        turn(1);
        world.run(4_000);
        assertThat(events).endsWith(ended(Home.RETURNED, Drop.SEEN, 2));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void neverTurnsAMotorOftenerThanTold(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int told = 0;
        for (int i = 0; i < 60; i++) {
            world.run(random.nextInt(2_000));
            if (told == ends().size()) {
                told++;
                turn(told);
            }
            happen(random);
        }
        world.run(60_000);

        long seen = ends().stream().filter(e -> e.evidence().drop() == Drop.SEEN).count();
        long notTaken =
                ends().stream()
                        .filter(e ->
                                e.evidence().boardStatus() == -1
                                        && e.evidence().drop() == Drop.NOT_SEEN)
                        .count();
        assertThat(ends()).hasSize(told);
        assertThat(snapshots.getLast().turns()).isLessThanOrEqualTo(told - notTaken);
        assertThat(seen).isLessThanOrEqualTo(snapshots.getLast().drops());
    }

    private void happen(SplittableRandom random) {
        switch (random.nextInt(10)) {
            case 0 -> board.command(new MotorTrick.MuteOnCommand());
            case 1 -> board.command(new MotorTrick.LoseCommand());
            case 2 -> board.command(new MotorTrick.DelayNext(random.nextInt(1, 900)));
            case 3 -> board.command(new MotorTrick.FlipNext());
            case 4 -> board.command(new MotorTrick.BreakNext());
            case 5 -> board.command(new MotorTrick.GoSilent(random.nextInt(5_000)));
            case 6 -> board.command(new MotorTrick.PowerBlip());
            case 7 -> board.command(new MotorTrick.RefuseNext(random.nextInt(1, 7)));
            case 8 -> {
                host.cut();
                host.connect(board, 5);
            }
            default -> board.command(new MotorTrick.EndAs(ENDS.get(random.nextInt(ENDS.size()))));
        }
    }

    private List<TurnEnded> ends() {
        return events.stream().filter(e -> e instanceof TurnEnded).map(e -> (TurnEnded) e).toList();
    }

    private void turnBefore() {
        turn(9);
        world.run(4_000);
        events.clear();
    }

    private void turn(long number) {
        host.command(new DispenserCommand.TurnMotor(number, 5));
    }
}
