package org.assistcounter.raspberrypi;

import static org.assertj.core.api.Assertions.assertThat;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.assistcounter.devices.dispenser.DispenserCommand;
import org.assistcounter.devices.dispenser.DispenserEvent;
import org.assistcounter.devices.dispenser.DispenserEvent.BoardReady;
import org.assistcounter.devices.dispenser.DispenserEvent.TurnEnded;
import org.assistcounter.devices.dispenser.DispenserEvent.TurnStarted;
import org.assistcounter.devices.dispenser.SelfTest;
import org.assistcounter.devices.dispenser.TurnEvidence;
import org.assistcounter.devices.dispenser.TurnEvidence.Drop;
import org.assistcounter.devices.dispenser.TurnEvidence.Home;
import org.assistcounter.devices.line.Backoff;
import org.assistcounter.devices.line.LineRunner;
import org.assistcounter.devices.spiral.SpiralMatrix;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Spirals driven over the registers of an expander, on the thread of a real line. */
class ExpanderLineTest {

    private static final TurnEvidence WELL =
            new TurnEvidence(Home.RETURNED, Drop.SEEN, SelfTest.GOOD, SelfTest.GOOD, 0);

    private final Context pi4j = Pi4J.newContextBuilder().noAutoDetect().build();
    private final FakeExpander chip = new FakeExpander(pi4j);
    private final BlockingQueue<DispenserEvent> events = new LinkedBlockingQueue<>();
    private final List<Throwable> bugs = new ArrayList<>();
    private final LineRunner<DispenserCommand, DispenserEvent> runner =
            new LineRunner<>(
                    "spirals",
                    () -> new ExpanderLine(chip, () -> {}),
                    new SpiralMatrix(),
                    events::add,
                    bugs::add,
                    Backoff.OF_DEVICES);

    @BeforeEach
    void start() throws InterruptedException {
        runner.start();
        assertThat(next()).isEqualTo(new BoardReady(SelfTest.GOOD));
    }

    @AfterEach
    void stop() {
        runner.close();
        pi4j.shutdown();
        assertThat(bugs).isEmpty();
    }

    @Test
    void turnsAMotorOnceAndProvesTheDelivery() throws InterruptedException {
        turn();

        assertThat(next()).isEqualTo(new TurnStarted(1));
        assertThat(next()).isEqualTo(new TurnEnded(1, WELL));
        assertThat(chip.seen().turns()).isEqualTo(1);
        assertThat(chip.seen().mostAtOnce()).isEqualTo(1);
        assertThat(chip.seen().isMotorOn()).isFalse();
    }

    @Test
    void provesTheDeliveryAlthoughAReadIsNotAcknowledgedInBetween() throws InterruptedException {
        turn();
        assertThat(next()).isEqualTo(new TurnStarted(1));
        chip.beDeafTo(2, 0);

        assertThat(next()).isEqualTo(new TurnEnded(1, WELL));
    }

    @Test
    void losesTheEvidenceAndSwitchesOffWhenNothingIsAnswered() throws InterruptedException {
        turn();
        assertThat(next()).isEqualTo(new TurnStarted(1));
        chip.beDeafTo(1_000, 0);

        assertThat(next()).isEqualTo(new TurnEnded(1, TurnEvidence.lost(SelfTest.GOOD)));
        assertThat(chip.seen().isMotorOn()).isFalse();
        assertThat(chip.seen().longestOnMillis()).isLessThan(1_000);
    }

    @Test
    void switchesOffWhenAWriteIsNotAcknowledgedAndSetsUpAgain() throws InterruptedException {
        turn();
        assertThat(next()).isEqualTo(new TurnStarted(1));
        chip.beDeafTo(0, 1);

        assertThat(next()).isEqualTo(new TurnEnded(1, TurnEvidence.lost(SelfTest.GOOD)));
        assertThat(next()).isEqualTo(new DispenserEvent.BoardLost("the line is gone"));
        assertThat(next()).isEqualTo(new BoardReady(SelfTest.GOOD));
        assertThat(chip.seen().isMotorOn()).isFalse();
        assertThat(chip.seen().turns()).isEqualTo(1);
    }

    @Test
    void switchesOffWhenTheAgentStopsInATurn() throws InterruptedException {
        turn();
        assertThat(next()).isEqualTo(new TurnStarted(1));

        runner.close();

        assertThat(chip.seen().isMotorOn()).isFalse();
    }

    private void turn() {
        runner.command(new DispenserCommand.TurnMotor(1, 13));
    }

    private DispenserEvent next() throws InterruptedException {
        DispenserEvent event = events.poll(10, TimeUnit.SECONDS);
        assertThat(event).isNotNull();
        return event == null ? new DispenserEvent.BoardLost("silent") : event;
    }
}
