package org.assistcounter.simulators.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
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
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every dispenser, unchanged, in virtual time, over TCP and on a pseudo-terminal. */
@Execution(ExecutionMode.CONCURRENT)
class DispenserLineTest {

    private static final long QUIET_MILLIS = 700;

    static Stream<Arguments> carried() {
        return Cases.carried(Dispenser.all());
    }

    static Stream<Arguments> spoilt() {
        return Cases.spoilt(Dispenser.all());
    }

    /** The message that tells how it went is what suffers. */
    @ParameterizedTest
    @MethodSource("spoilt")
    <T, S> void movesOnceAndTellsItOnceWhateverTheWireDoes(
            Dispenser<T, S> dispenser, Carrier carrier, WireFault fault) throws Exception {
        List<DispenserEvent> told;
        S state;
        try (var rig =
                carrier.join(
                        dispenser.driver().get(), dispenser.otherEnd().get(), dispenser.baud())) {
            rig.await(BoardReady.class);
            rig.fault(fault, dispenser.telling());
            rig.command(new DispenserCommand.TurnMotor(7, dispenser.selection()));
            rig.await(TurnEnded.class);
            told = rig.told(QUIET_MILLIS);
            state = rig.state();
        }

        assertThat(told.stream().filter(event -> !(event instanceof Garbled)))
                .containsExactly(
                        new BoardReady(SelfTest.GOOD),
                        new TurnStarted(7),
                        new TurnEnded(7, well(dispenser)));
        boolean isGarbled = told.stream().anyMatch(Garbled.class::isInstance);
        switch (fault) {
            case BYTE_DROPPED -> assertThat(isGarbled).isTrue();
            case NONE, SPLIT -> assertThat(isGarbled).isFalse();
            // A second answer to one question may be refused, and may be taken.
            case DOUBLED, GLUED -> {}
        }
        assertThat(dispenser.count().apply(state)).isEqualTo(new Dispenser.Count(1, 1));
    }

    /** The command loses a byte: nothing moves twice, nothing is told that did not happen. */
    @ParameterizedTest
    @MethodSource("carried")
    <T, S> void movesAtMostOnceAndGoesOnWhenItsCommandIsMaimed(
            Dispenser<T, S> dispenser, Carrier carrier) throws Exception {
        try (var rig =
                carrier.join(
                        dispenser.driver().get(), dispenser.otherEnd().get(), dispenser.baud())) {
            rig.await(BoardReady.class);
            rig.maim(dispenser.moving());
            rig.command(new DispenserCommand.TurnMotor(7, dispenser.selection()));
            TurnEnded end = rig.await(TurnEnded.class);
            rig.told(QUIET_MILLIS);

            Dispenser.Count first = dispenser.count().apply(rig.state());
            assertThat(first.moves()).isLessThanOrEqualTo(1);
            assertThat(end.evidence().drop() == Drop.SEEN).isEqualTo(first.goods() == 1);
            assertThat(end.evidence().home() == Home.RETURNED).isEqualTo(first.moves() == 1);

            rig.command(new DispenserCommand.TurnMotor(8, dispenser.selection()));
            assertThat(rig.await(TurnEnded.class)).isEqualTo(new TurnEnded(8, well(dispenser)));
            assertThat(dispenser.count().apply(rig.state()))
                    .isEqualTo(new Dispenser.Count(first.moves() + 1, first.goods() + 1));
        }
    }

    private static TurnEvidence well(Dispenser<?, ?> dispenser) {
        return new TurnEvidence(
                Home.RETURNED, Drop.SEEN, SelfTest.GOOD, SelfTest.GOOD, dispenser.wellStatus());
    }
}
