package org.assistcounter.simulators.locker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
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
import org.assistcounter.devices.locker.LockerBoard;
import org.assistcounter.simulators.world.WireEnd;
import org.assistcounter.simulators.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Openings between our driver and a simulated locker board, in virtual time. */
class LockerTest {

    private final World world = new World();
    private final List<DispenserEvent> events = new ArrayList<>();
    private final List<LockerSnapshot> snapshots = new ArrayList<>();
    private final WireEnd<LockerTrick, LockerSnapshot> board =
            new WireEnd<>(world, new SimulatedLockerBoard(), snapshots::add);
    private final WireEnd<DispenserCommand, DispenserEvent> host =
            new WireEnd<>(world, new LockerBoard(1), events::add);

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
    void isReadyAtTheFirstAnswer() {
        assertThat(events).containsExactly(new BoardReady(SelfTest.GOOD));
    }

    @Test
    void provesADeliveryWithAReleasedLockAndAnOpenDoor() {
        open(1, 5);
        world.run(3_000);

        assertThat(events).endsWith(new TurnStarted(1), ended(Home.RETURNED, Drop.SEEN, 0));
        assertThat(snapshots.getLast().openDoors()).containsExactly(5);
    }

    @Test
    void showsADoorThatNeverOpenedAndIsLockedAgain() {
        board.command(new LockerTrick.HoldShut(5, true));
        open(1, 5);
        world.run(6_000);

        assertThat(events).endsWith(ended(Home.RETURNED, Drop.NOT_SEEN, 1));
    }

    @Test
    void showsAJammedLock() {
        board.command(new LockerTrick.Jam(5, true));
        open(1, 5);
        world.run(6_000);

        assertThat(events).endsWith(ended(Home.NOT_RETURNED, Drop.NOT_SEEN, 1));
    }

    @Test
    void losesTheEvidenceWhenTheBoardOpensAndSaysNothing() {
        board.command(new LockerTrick.MuteOnUnlock(60_000));
        open(1, 5);
        world.run(100_000);

        assertThat(events)
                .contains(new TurnEnded(1, TurnEvidence.lost(SelfTest.GOOD)))
                .doesNotContain(new TurnStarted(1));
        assertThat(snapshots.getLast().pulses()).containsEntry(5, 1);
    }

    @Test
    void losesTheEvidenceOfALockThatNobodyWatchedForASecond() {
        board.command(new LockerTrick.HoldShut(5, true));
        board.command(new LockerTrick.MuteOnUnlock(2_000));
        open(1, 5);
        world.run(6_000);

        assertThat(events).endsWith(new TurnEnded(1, TurnEvidence.lost(SelfTest.GOOD)));
    }

    @Test
    void provesADeliveryAlthoughAnswersAreOneBehind() {
        board.command(new LockerTrick.BeStale(true));
        open(1, 5);
        world.run(6_000);

        assertThat(events).endsWith(ended(Home.RETURNED, Drop.SEEN, 0));
    }

    @Test
    void doesNotOpenALockThatIsNotLocked() {
        open(1, 5);
        world.run(6_000);
        open(2, 5);
        world.run(6_000);

        var doubtful = new TurnEvidence(Home.UNKNOWN, Drop.UNKNOWN, SelfTest.BAD, SelfTest.BAD, 0);
        assertThat(events).endsWith(new TurnEnded(2, doubtful));
        assertThat(snapshots.getLast().pulses()).containsEntry(5, 1);
    }

    @Test
    void knowsThatNothingHappenedWhenTheBoardNeverAnswered() {
        board.command(new LockerTrick.GoSilent(60_000));
        open(1, 5);
        world.run(6_000);

        assertThat(events)
                .contains(ended(Home.NOT_RETURNED, Drop.NOT_SEEN, -1))
                .contains(new BoardLost("no answer for 3500 ms"));
        assertThat(snapshots.getLast().pulses()).isEmpty();
    }

    @Test
    void losesTheEvidenceWhenTheLineGoesInAnOpening() {
        open(1, 5);
        world.run(500);
        host.cut();

        assertThat(events).contains(new TurnEnded(1, TurnEvidence.lost(SelfTest.GOOD)));
    }

    @Test
    void refusesAWrongSumNoiseAndAnAnswerToNothingAndGoesOn() {
        board.command(new LockerTrick.FlipNext());
        world.run(1_500);
        board.command(new LockerTrick.NoiseNext());
        world.run(1_500);
        board.command(new LockerTrick.SayUnasked());
        world.run(100);
        assertThat(
                        events.stream()
                                .filter(e -> e instanceof Garbled)
                                .map(e -> ((Garbled) e).reason()))
                .contains("the sum is wrong", "shorter than a frame", "bytes between frames")
                .endsWith("an answer to nothing that was asked");

        open(1, 5);
        world.run(6_000);
        assertThat(events).endsWith(ended(Home.RETURNED, Drop.SEEN, 0));
    }

    @Test
    void refusesALockThatNoBoardHas() {
        assertThatThrownBy(() -> open(1, 16)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesASecondOpeningAtTheSameTime() {
        open(1, 5);

        assertThatThrownBy(() -> open(2, 6)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void neverOpensOftenerThanTold(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int told = 0;
        for (int i = 0; i < 60; i++) {
            world.run(random.nextInt(2_000));
            if (told == ends().size()) {
                told++;
                open(told, 5);
            }
            happen(random);
        }
        world.run(60_000);

        assertThat(ends()).hasSize(told);
        assertThat(snapshots.getLast().pulses().getOrDefault(5, 0)).isLessThanOrEqualTo(told);
    }

    private void happen(SplittableRandom random) {
        switch (random.nextInt(10)) {
            case 0 -> board.command(new LockerTrick.Jam(5, random.nextBoolean()));
            case 1 -> board.command(new LockerTrick.HoldShut(5, random.nextBoolean()));
            case 2 -> board.command(new LockerTrick.MuteOnUnlock(random.nextInt(5_000)));
            case 3 -> board.command(new LockerTrick.BeStale(random.nextBoolean()));
            case 4 -> board.command(new LockerTrick.FlipNext());
            case 5 -> board.command(new LockerTrick.NoiseNext());
            case 6 -> board.command(new LockerTrick.GoSilent(random.nextInt(5_000)));
            case 7 -> {
                host.cut();
                host.connect(board, 5);
            }
            default -> board.command(new LockerTrick.CloseDoor(5));
        }
    }

    private List<TurnEnded> ends() {
        return events.stream().filter(e -> e instanceof TurnEnded).map(e -> (TurnEnded) e).toList();
    }

    private void open(long number, int selection) {
        host.command(new DispenserCommand.TurnMotor(number, selection));
    }
}
