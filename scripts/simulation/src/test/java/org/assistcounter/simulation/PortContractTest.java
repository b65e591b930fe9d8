package org.assistcounter.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assistcounter.devices.cashless.CashlessCommand;
import org.assistcounter.devices.dispenser.DispenserCommand;
import org.assistcounter.simulators.board.BoardTrick;
import org.assistcounter.simulators.cashless.ReaderTrick;
import org.assistcounter.simulators.climate.ClimateTrick;
import org.assistcounter.simulators.climate.SimulatedColdCabinet.Sensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The devices at the port of the drivers tell what the shipped drivers tell of the simulated
 * devices at the other ends of the wires: the same script, the same events in the same order.
 */
class PortContractTest {
    private static final int FIRST_SCRIPT = 39;
    private static final int SCRIPTS = 60;
    private static final long PRICE = 500;
    private static final int SLOT = 11;

    /** Of level 1, without options, able to give money back. */
    private static final long USUAL_READER = usualReader();

    private static long usualReader() {
        return LongStream.range(0, 1_000)
                .filter(kind -> {
                    ReaderKind drawn = ReaderKind.drawn(new SplittableRandom(kind));
                    return drawn.model().config().level() == 1
                            && !drawn.model().config().isMultivend();
                })
                .findFirst()
                .orElseThrow();
    }

    /**
     * In script 38 a silence ends just when a turn gives up, and the polls decide which is first.
     */
    static Stream<Long> seeds() {
        return LongStream.rangeClosed(FIRST_SCRIPT, FIRST_SCRIPT + SCRIPTS).boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void tellsOfAReaderWhatItsDriverTellsWhateverTheScriptDoes(long seed) {
        ContractScene port = new CardScript(seed).run(Level.SALE);
        ContractScene wire = new CardScript(seed).run(Level.WIRE);

        assertThat(port.ofReader).as("script %d", seed).isEqualTo(wire.ofReader);
        assertThat(port.seen).as("script %d", seed).isEqualTo(wire.seen);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void tellsOfABoardWhatItsDriverTellsWhateverTheScriptDoes(long seed) {
        ContractScene port = new BoardScript(seed).run(Level.SALE);
        ContractScene wire = new BoardScript(seed).run(Level.WIRE);

        assertThat(port.ofBoard).as("script %d", seed).isEqualTo(wire.ofBoard);
        assertThat(port.seen).as("script %d", seed).isEqualTo(wire.seen);
    }

    @Test
    void sellsByCard() {
        same(scene -> {
            approved(scene);
            scene.reader(new CashlessCommand.ConfirmVend(SLOT));
            scene.lives(3_000);
        });
    }

    @Test
    void isDeniedByTheIssuer() {
        same(scene -> {
            scene.fittings.reader(new ReaderTrick.DenyNext());
            approved(scene);
        });
    }

    @Test
    void givesMoneyBackAndSaysWhenItCannot() {
        same(scene -> {
            approved(scene);
            scene.reader(new CashlessCommand.FailVend());
            scene.lives(3_000);
            scene.fittings.reader(new ReaderTrick.FailNextRefund());
            session(scene);
            scene.reader(new CashlessCommand.RequestVend(PRICE, SLOT));
            scene.lives(3_000);
            scene.reader(new CashlessCommand.FailVend());
            scene.lives(3_000);
        });
    }

    @Test
    void losesTheReaderWhileItHoldsMoneyAndSettlesAfterIt() {
        same(scene -> {
            approved(scene);
            scene.joint().reader().cut();
            scene.lives(2_000);
            scene.reader(new CashlessCommand.FailVend());
            scene.joint().reader().connect();
            scene.lives(5_000);
        });
    }

    @Test
    void settlesInANewLifeWhatADeadAgentLeftOpen() {
        same(scene -> {
            approved(scene);
            scene.newLife();
            scene.lives(1_000);
            scene.reader(new CashlessCommand.FailVend());
            scene.lives(2_000);
            scene.reader(new CashlessCommand.Start());
            scene.lives(5_000);
        });
    }

    /** Nobody has heard whether the money went back: not even that it was refused. */
    @Test
    void losesPowerInASilenceAfterMoneyThatCannotGoBack() {
        same(scene -> {
            approved(scene);
            scene.fittings.reader(new ReaderTrick.FailNextRefund());
            scene.reader(new CashlessCommand.FailVend());
            scene.lives(1_676);
            scene.fittings.reader(new ReaderTrick.GoSilent(3_584));
            scene.lives(2_150);
            scene.fittings.reader(new ReaderTrick.PowerBlip());
            scene.lives(20_000);
        });
    }

    @Test
    void isApprovedInASilenceAfterANewLifeHasGivenUp() {
        same(scene -> {
            scene.reader(new CashlessCommand.Start());
            scene.lives(3_000);
            scene.fittings.reader(new ReaderTrick.DecideAfter(26_000));
            session(scene);
            scene.reader(new CashlessCommand.RequestVend(PRICE, SLOT));
            scene.lives(17_941);
            scene.reader(new CashlessCommand.Disable());
            scene.newLife();
            scene.lives(2_998);
            scene.reader(new CashlessCommand.FailVend());
            scene.lives(10);
            scene.fittings.reader(new ReaderTrick.GoSilent(17_396));
            scene.lives(40_000);
        });
    }

    @Test
    void losesTheCardWhileTheIssuerThinks() {
        same(scene -> {
            scene.fittings.reader(new ReaderTrick.DecideAfter(10_000));
            approved(scene);
            scene.fittings.reader(new ReaderTrick.RemoveCard());
            scene.lives(5_000);
        });
    }

    @Test
    void turnsAMotorAndJamsAndSeesNothingFall() {
        same(scene -> {
            scene.lives(5_000);
            turn(scene, 1, SLOT);
            scene.fittings.board(new BoardTrick.Jam(12, true));
            turn(scene, 2, 12);
            scene.fittings.board(new BoardTrick.NothingFalls(13, true));
            turn(scene, 3, 13);
            scene.fittings.board(new BoardTrick.MotorAbsent(14, true));
            turn(scene, 4, 14);
        });
    }

    @Test
    void knowsNothingOfATurnWhoseEndIsNeverSaid() {
        same(scene -> {
            scene.lives(5_000);
            scene.fittings.board(new BoardTrick.LoseStatus());
            turn(scene, 1, SLOT);
            scene.fittings.board(new BoardTrick.LateStatus(25_000));
            turn(scene, 2, 12);
            scene.fittings.board(new BoardTrick.MuteOnDrive(25_000));
            turn(scene, 3, 13);
        });
    }

    @Test
    void tellsOfACompartmentWhatItsDriverTells() {
        same(scene -> {
            scene.lives(3_600_000);
            scene.fittings.compartment(new ClimateTrick.SetSensor(Sensor.UNPLUGGED));
            scene.lives(1_200_000);
            scene.fittings.compartment(new ClimateTrick.SetSensor(Sensor.STUCK));
            scene.lives(2 * 3_600_000);
            scene.fittings.compartment(new ClimateTrick.SetSensor(Sensor.SPOILT));
            scene.lives(600_000);
            scene.fittings.compartment(new ClimateTrick.SetSensor(Sensor.WELL));
            scene.fittings.compartment(new ClimateTrick.PowerBlip(900_000));
            scene.lives(3_600_000);
            scene.joint().climate().cut();
            scene.lives(60_000);
            scene.joint().climate().connect();
            scene.lives(3_600_000);
        });
    }

    private static void same(Consumer<ContractScene> script) {
        ContractScene wire = ContractScene.at(Level.WIRE, USUAL_READER);
        ContractScene port = ContractScene.at(Level.SALE, USUAL_READER);

        script.accept(wire);
        script.accept(port);

        assertThat(port.ofReader).isEqualTo(wire.ofReader);
        assertThat(port.ofBoard).isEqualTo(wire.ofBoard);
        assertThat(port.ofClimate).isEqualTo(wire.ofClimate);
        assertThat(port.seen).isEqualTo(wire.seen);
    }

    private static void session(ContractScene scene) {
        scene.reader(new CashlessCommand.Enable());
        scene.lives(1_000);
        scene.fittings.reader(new ReaderTrick.TapCard(100_000));
        scene.lives(1_000);
    }

    private static void approved(ContractScene scene) {
        scene.reader(new CashlessCommand.Start());
        scene.lives(3_000);
        session(scene);
        scene.reader(new CashlessCommand.RequestVend(PRICE, SLOT));
        scene.lives(3_000);
    }

    private static void turn(ContractScene scene, long command, int slot) {
        scene.board(new DispenserCommand.TurnMotor(command, slot));
        scene.lives(30_000);
    }
}
