package org.assistcounter.simulators.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assistcounter.devices.dispenser.DispenserEvent.BoardLost;
import org.assistcounter.devices.dispenser.DispenserEvent.BoardReady;
import org.assistcounter.devices.dispenser.DispenserEvent.Garbled;
import org.assistcounter.devices.dispenser.DispenserEvent.TurnEnded;
import org.assistcounter.devices.dispenser.DispenserEvent.TurnStarted;
import org.assistcounter.devices.dispenser.SelfTest;
import org.assistcounter.devices.dispenser.TurnEvidence;
import org.assistcounter.devices.dispenser.TurnEvidence.Drop;
import org.assistcounter.devices.dispenser.TurnEvidence.Home;
import org.junit.jupiter.api.Test;

/** Turns of a motor between our driver and the simulated board, in virtual time. */
class ShelfTurnTest {

    private static TurnEnded ended(Home home, Drop drop, int status) {
        return new TurnEnded(1, new TurnEvidence(home, drop, SelfTest.GOOD, SelfTest.GOOD, status));
    }

    @Test
    void isReadyAfterTheFirstSelfTest() {
        ShelfTable table = new ShelfTable();
        table.world.run(1_000);

        assertThat(table.events).containsExactly(new BoardReady(SelfTest.GOOD));
    }

    @Test
    void provesADeliveryWithHomeAndDrop() {
        ShelfTable table = ShelfTable.ready();
        table.turn(1, 513);
        table.world.run(5_000);

        assertThat(table.events)
                .containsExactly(new TurnStarted(1), ended(Home.RETURNED, Drop.SEEN, 2));
        assertThat(table.count(513)).isEqualTo(new SelectionCount(4, 1, 1));
    }

    @Test
    void startsTheMotorAtTheVeryNextPoll() {
        ShelfTable table = ShelfTable.ready();
        table.turn(1, 11);
        table.world.run(220);

        assertThat(table.count(11).turns()).isEqualTo(1);
    }

    @Test
    void showsAJamAsNoHomeAndNoDrop() {
        ShelfTable table = ShelfTable.ready();
        table.trick(new BoardTrick.Jam(11, true));
        table.turn(1, 11);
        table.world.run(5_000);

        assertThat(table.events).endsWith(ended(Home.NOT_RETURNED, Drop.NOT_SEEN, 3));
    }

    @Test
    void showsAHangUpAsHomeWithoutDrop() {
        ShelfTable table = ShelfTable.ready();
        table.trick(new BoardTrick.NothingFalls(11, true));
        table.turn(1, 11);
        table.world.run(5_000);

        assertThat(table.events).endsWith(ended(Home.RETURNED, Drop.NOT_SEEN, 0xFF));
    }

    @Test
    void showsAnAbsentMotor() {
        ShelfTable table = ShelfTable.ready();
        table.turn(1, 99);
        table.world.run(5_000);

        assertThat(table.events).endsWith(ended(Home.NOT_RETURNED, Drop.NOT_SEEN, 6));
    }

    @Test
    void tellsThatTheSensorIsDoubtfulAfterTheTurn() {
        ShelfTable table = ShelfTable.ready();
        table.turn(1, 11);
        table.world.run(400);
        table.trick(new BoardTrick.SensorBad(true));
        table.world.run(5_000);

        var evidence =
                new TurnEvidence(Home.RETURNED, Drop.NOT_SEEN, SelfTest.GOOD, SelfTest.BAD, 0xFF);
        assertThat(table.events).endsWith(new BoardReady(SelfTest.BAD), new TurnEnded(1, evidence));
        assertThat(table.count(11).drops()).isEqualTo(1);
    }

    @Test
    void knowsThatNothingHappenedWhenTheBoardNeverPolled() {
        ShelfTable table = ShelfTable.ready();
        table.trick(new BoardTrick.GoSilent(60_000));
        table.world.run(100);
        table.turn(1, 11);
        table.world.run(4_000);

        assertThat(table.events)
                .contains(ended(Home.NOT_RETURNED, Drop.NOT_SEEN, -1))
                .hasAtLeastOneElementOfType(BoardLost.class);
        assertThat(table.count(11).turns()).isZero();
    }

    @Test
    void neverDrivesTwiceABoardThatExecutesAndNeverAnswers() {
        ShelfTable table = ShelfTable.ready();
        table.trick(new BoardTrick.MuteOnDrive(60_000));
        table.turn(1, 11);
        table.world.run(100_000);

        assertThat(table.events)
                .contains(new TurnEnded(1, TurnEvidence.lost(SelfTest.GOOD)))
                .doesNotContain(new TurnStarted(1));
        assertThat(table.count(11)).isEqualTo(new SelectionCount(4, 1, 1));
    }

    /** Found by seed 141 of the simulation: a repetition was no repetition for the board. */
    @Test
    void turnsOnceOnABoardThatForgotThatItHeardTheCommand() {
        ShelfTable table = ShelfTable.ready();
        table.trick(new BoardTrick.MuteOnDrive(1_000));
        table.turn(1, 11);
        table.world.run(700);
        table.trick(new BoardTrick.PowerBlip());
        table.world.run(20_000);

        assertThat(table.events).contains(new TurnEnded(1, TurnEvidence.lost(SelfTest.GOOD)));
        assertThat(table.count(11).turns()).isEqualTo(1);
    }

    @Test
    void losesTheEvidenceWhenTheFinalStatusIsLost() {
        ShelfTable table = ShelfTable.ready();
        table.trick(new BoardTrick.LoseStatus());
        table.turn(1, 11);
        table.world.run(16_000);

        assertThat(table.events).endsWith(new TurnEnded(1, TurnEvidence.lost(SelfTest.GOOD)));
    }

    @Test
    void doesNotTakeALateStatusForThatOfTheNextTurn() {
        ShelfTable table = ShelfTable.ready();
        table.trick(new BoardTrick.LateStatus(16_000));
        table.turn(1, 11);
        table.world.run(16_000);
        table.trick(new BoardTrick.Jam(12, true));
        table.turn(2, 12);
        table.world.run(6_000);

        assertThat(table.events)
                .contains(new TurnEnded(1, TurnEvidence.lost(SelfTest.GOOD)))
                .endsWith(
                        new TurnEnded(
                                2,
                                new TurnEvidence(
                                        Home.NOT_RETURNED,
                                        Drop.NOT_SEEN,
                                        SelfTest.GOOD,
                                        SelfTest.GOOD,
                                        3)));
    }

    @Test
    void losesTheEvidenceWhenTheLineGoesInATurn() {
        ShelfTable table = ShelfTable.ready();
        table.turn(1, 11);
        table.world.run(500);
        table.host.cut();

        assertThat(table.events)
                .containsSubsequence(
                        new TurnStarted(1), new TurnEnded(1, TurnEvidence.lost(SelfTest.GOOD)));
    }

    @Test
    void drivesAfterARestartAlthoughTheNumbersBeginAgain() {
        ShelfTable table = ShelfTable.ready();
        table.crashHost();
        table.turn(1, 11);
        table.world.run(6_000);

        assertThat(table.events).contains(ended(Home.RETURNED, Drop.SEEN, 2));
    }

    @Test
    void tellsOfGarbageAndGoesOn() {
        ShelfTable table = ShelfTable.ready();
        table.trick(new BoardTrick.NoiseNext());
        table.world.run(1_000);
        table.trick(new BoardTrick.FlipNext());
        table.turn(1, 11);
        table.world.run(6_000);

        assertThat(table.events)
                .hasAtLeastOneElementOfType(Garbled.class)
                .contains(ended(Home.RETURNED, Drop.SEEN, 2));
    }

    @Test
    void refusesASecondTurnAtTheSameTime() {
        ShelfTable table = ShelfTable.ready();
        table.turn(1, 11);

        assertThatThrownBy(() -> table.turn(2, 12)).isInstanceOf(IllegalStateException.class);
    }
}
