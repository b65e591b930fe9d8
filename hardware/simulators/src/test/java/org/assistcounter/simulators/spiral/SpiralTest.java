package org.assistcounter.simulators.spiral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.assistcounter.devices.dispenser.DispenserCommand;
import org.assistcounter.devices.dispenser.DispenserEvent;
import org.assistcounter.devices.dispenser.DispenserEvent.BoardReady;
import org.assistcounter.devices.dispenser.DispenserEvent.Garbled;
import org.assistcounter.devices.dispenser.DispenserEvent.TurnEnded;
import org.assistcounter.devices.dispenser.DispenserEvent.TurnStarted;
import org.assistcounter.devices.dispenser.SelfTest;
import org.assistcounter.devices.dispenser.TurnEvidence;
import org.assistcounter.devices.dispenser.TurnEvidence.Drop;
import org.assistcounter.devices.dispenser.TurnEvidence.Home;
import org.assistcounter.devices.spiral.SpiralMatrix;
import org.assistcounter.simulators.spiral.SpiralTrick.Fault;
import org.assistcounter.simulators.world.WireEnd;
import org.assistcounter.simulators.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Turns of spirals between our driver and a simulated matrix, in virtual time. */
class SpiralTest {

    private final World world = new World();
    private final List<DispenserEvent> events = new ArrayList<>();
    private final List<SpiralSnapshot> snapshots = new ArrayList<>();
    private final WireEnd<SpiralTrick, SpiralSnapshot> matrix =
            new WireEnd<>(world, new SimulatedSpiralMatrix(), snapshots::add);
    private final WireEnd<DispenserCommand, DispenserEvent> host =
            new WireEnd<>(world, new SpiralMatrix(), events::add);

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @BeforeEach
    void connect() {
        host.connect(matrix, 2);
        world.run(1_500);
    }

    private static TurnEnded ended(Home home, Drop drop, int status) {
        return new TurnEnded(1, new TurnEvidence(home, drop, SelfTest.GOOD, SelfTest.GOOD, status));
    }

    @Test
    void provesADeliveryWithHomeAndDrop() {
        turn(1);
        world.run(5_000);

        assertThat(events)
                .containsExactly(
                        new BoardReady(SelfTest.GOOD),
                        new TurnStarted(1),
                        ended(Home.RETURNED, Drop.SEEN, 0));
        assertThat(seen().turns()).isEqualTo(1);
        assertThat(seen().isMotorOn()).isFalse();
    }

    @Test
    void showsAHangUpAsHomeWithoutDrop() {
        fault(Fault.NOTHING_FALLS);
        turn(1);
        world.run(5_000);

        assertThat(events).endsWith(ended(Home.RETURNED, Drop.NOT_SEEN, 0));
    }

    @Test
    void doesNotSwitchOnAMotorThatIsNotHome() {
        fault(Fault.NOT_HOME);
        turn(1);
        world.run(5_000);

        assertThat(events).endsWith(ended(Home.NOT_RETURNED, Drop.NOT_SEEN, 1));
        assertThat(seen().turns()).isZero();
    }

    @Test
    void switchesOffAMotorThatDoesNotLeaveHomeInASecond() {
        fault(Fault.STUCK_HOME);
        turn(1);
        world.run(5_000);

        assertThat(events).endsWith(ended(Home.NOT_RETURNED, Drop.NOT_SEEN, 2));
        assertThat(seen().longestOnMillis()).isBetween(950L, 1_100L);
    }

    /** The trap of a firmware whose time-out could never come: the motor never returns. */
    @Test
    void switchesOffAMotorThatNeverReturnsAfterFourSeconds() {
        fault(Fault.NEVER_HOME);
        fault(Fault.NOTHING_FALLS);
        turn(1);
        world.run(10_000);

        assertThat(events).endsWith(ended(Home.NOT_RETURNED, Drop.NOT_SEEN, 3));
        assertThat(seen().longestOnMillis()).isBetween(4_000L, 4_500L);
        assertThat(seen().isMotorOn()).isFalse();
    }

    @Test
    void showsADropWithoutHome() {
        fault(Fault.NEVER_HOME);
        turn(1);
        world.run(10_000);

        assertThat(events).endsWith(ended(Home.NOT_RETURNED, Drop.SEEN, 3));
    }

    @Test
    void switchesOffAMotorWithTooMuchCurrentAtOnce() {
        fault(Fault.OVER_CURRENT);
        turn(1);
        world.run(5_000);

        assertThat(events).endsWith(ended(Home.NOT_RETURNED, Drop.NOT_SEEN, 4));
        assertThat(seen().longestOnMillis()).isLessThan(300);
    }

    @Test
    void tellsThatTheSensorIsDoubtful() {
        fault(Fault.SENSOR_BAD);
        turn(1);
        world.run(5_000);

        assertThat(events)
                .endsWith(
                        new TurnEnded(
                                1,
                                new TurnEvidence(
                                        Home.RETURNED,
                                        Drop.NOT_SEEN,
                                        SelfTest.BAD,
                                        SelfTest.BAD,
                                        0)));
    }

    @Test
    void switchesOffAMotorThatItCannotWatch() {
        turn(1);
        world.run(500);
        matrix.command(new SpiralTrick.GoSilent(60_000));
        world.run(1_000);

        assertThat(events).endsWith(new TurnEnded(1, TurnEvidence.lost(SelfTest.GOOD)));
        assertThat(seen().isMotorOn()).isFalse();
    }

    @Test
    void losesTheEvidenceWhenTheExpanderLosesPowerInATurn() {
        turn(1);
        world.run(500);
        matrix.command(new SpiralTrick.PowerBlip());
        world.run(1_000);
        assertThat(events).endsWith(new TurnEnded(1, TurnEvidence.lost(SelfTest.GOOD)));

        turn(2);
        world.run(5_000);
        assertThat(events).hasAtLeastOneElementOfType(TurnEnded.class).contains(new TurnStarted(2));
    }

    @Test
    void losesTheEvidenceWhenTheLineGoesInATurn() {
        turn(1);
        world.run(500);
        host.cut();

        assertThat(events).contains(new TurnEnded(1, TurnEvidence.lost(SelfTest.GOOD)));
        assertThat(seen().isMotorOn()).isFalse();
    }

    @Test
    void refusesAWrongByteAndGoesOn() {
        turn(1);
        world.run(500);
        matrix.command(new SpiralTrick.FlipNext());
        world.run(5_000);

        assertThat(events)
                .hasAtLeastOneElementOfType(Garbled.class)
                .endsWith(ended(Home.RETURNED, Drop.SEEN, 0));
    }

    @Test
    void refusesASelectionThatTheMatrixHasNot() {
        assertThatThrownBy(() -> host.command(new DispenserCommand.TurnMotor(1, 64)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void neverTurnsTwoMotorsAtOnceNorOneForTooLong(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int told = 0;
        for (int i = 0; i < 60; i++) {
            world.run(random.nextInt(3_000));
            if (told == ends()) {
                told++;
                host.command(new DispenserCommand.TurnMotor(told, random.nextInt(64)));
            }
            happen(random);
        }
        world.run(60_000);

        assertThat(ends()).isEqualTo(told);
        assertThat(seen().mostAtOnce()).isLessThanOrEqualTo(1);
        assertThat(seen().turns()).isLessThanOrEqualTo(told);
        assertThat(seen().longestOnMillis()).isLessThan(5_500);
        assertThat(seen().isMotorOn()).isFalse();
    }

    private void happen(SplittableRandom random) {
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> {
                var all = List.of(Fault.values());
                Fault fault = all.get(random.nextInt(all.size()));
                matrix.command(new SpiralTrick.Set(fault, random.nextBoolean()));
            }
            case 3 -> matrix.command(new SpiralTrick.PowerBlip());
            case 4 -> matrix.command(new SpiralTrick.GoSilent(random.nextInt(5_000)));
            case 5 -> matrix.command(new SpiralTrick.FlipNext());
            case 6 -> {
                host.cut();
                host.connect(matrix, 2);
            }
            default -> {}
        }
    }

    private void fault(Fault fault) {
        matrix.command(new SpiralTrick.Set(fault, true));
    }

    private SpiralSnapshot seen() {
        return snapshots.getLast();
    }

    private long ends() {
        return events.stream().filter(e -> e instanceof TurnEnded).count();
    }

    private void turn(long number) {
        host.command(new DispenserCommand.TurnMotor(number, 13));
    }
}
