package org.assistcounter.simulators.cabinet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.assistcounter.devices.cabinet.CabinetCommand;
import org.assistcounter.devices.cabinet.CabinetEvent.CabinetLost;
import org.assistcounter.devices.cabinet.CabinetEvent.CabinetReady;
import org.assistcounter.devices.cabinet.CabinetEvent.Contact;
import org.assistcounter.devices.cabinet.CabinetEvent.ContactDoubtful;
import org.assistcounter.devices.cabinet.CabinetEvent.DoorClosed;
import org.assistcounter.devices.cabinet.CabinetEvent.DoorLeftOpen;
import org.assistcounter.devices.cabinet.CabinetEvent.DoorOpened;
import org.assistcounter.devices.cabinet.CabinetEvent.Garbled;
import org.assistcounter.devices.cabinet.CabinetEvent.LockNotUsed;
import org.assistcounter.devices.cabinet.CabinetEvent.LockReleased;
import org.assistcounter.devices.cabinet.CabinetEvent.LockUsed;
import org.assistcounter.devices.cabinet.CabinetEvent.PowerFailing;
import org.assistcounter.devices.cabinet.CabinetEvent.PowerReturned;
import org.assistcounter.devices.cabinet.CabinetEvent.Refusal;
import org.assistcounter.devices.cabinet.CabinetEvent.ReleaseRefused;
import org.assistcounter.devices.cabinet.CabinetOutputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A cabinet's door, lock, light and mains between our lines and a simulated cabinet. */
class CabinetTest {

    private static final CabinetOutputs LIGHT = new CabinetOutputs(false, true);

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @Test
    void isReadyWithWhatTheContactsSay() {
        CabinetTable table = new CabinetTable();
        table.world.run(1_000);

        assertThat(table.events).containsExactly(new CabinetReady(true, true));
    }

    @Test
    void releasesTheLockForAMomentAndTellsOfTheOpening() {
        CabinetTable table = CabinetTable.ready();
        table.release(7);
        table.world.run(2_000);
        table.trick(new CabinetTrick.PullDoor());
        table.world.run(1_000);

        assertThat(table.events)
                .containsExactly(new LockReleased(7), new DoorOpened(), new LockUsed(7));
        assertThat(table.seen().releases()).isEqualTo(1);
        assertThat(table.seen().longestReleaseMillis()).isEqualTo(500);
    }

    @Test
    void takesTheCurrentAwayWhenTheDoorIsOpen() {
        CabinetTable table = CabinetTable.ready();
        table.release(7);
        table.world.run(100);
        table.trick(new CabinetTrick.PullDoor());
        table.world.run(1_000);

        assertThat(table.seen().longestReleaseMillis()).isLessThan(200);
    }

    @Test
    void tellsThatAReleaseWasNotUsed() {
        CabinetTable table = CabinetTable.ready();
        table.release(7);
        table.world.run(11_000);

        assertThat(table.events).containsExactly(new LockReleased(7), new LockNotUsed(7));
    }

    @Test
    void tellsTheSameWhenTheSwitchIsStuckOnClosed() {
        CabinetTable table = CabinetTable.ready();
        table.trick(new CabinetTrick.StickSwitch(true));
        table.release(7);
        table.world.run(100);
        table.trick(new CabinetTrick.PullDoor());
        table.world.run(11_000);

        assertThat(table.seen().isDoorOpen()).isTrue();
        assertThat(table.events).containsExactly(new LockReleased(7), new LockNotUsed(7));
    }

    @Test
    void refusesASecondReleaseUntilTheCoilIsCool() {
        CabinetTable table = CabinetTable.ready();
        table.release(1);
        table.release(2);
        table.world.run(300);
        table.trick(new CabinetTrick.PullDoor());
        table.world.run(300);
        table.release(3);
        table.trick(new CabinetTrick.CloseDoor());
        table.world.run(300);
        table.release(4);
        table.world.run(5_000);
        table.release(5);

        assertThat(table.events)
                .containsExactly(
                        new LockReleased(1),
                        new ReleaseRefused(2, Refusal.BUSY),
                        new DoorOpened(),
                        new LockUsed(1),
                        new ReleaseRefused(3, Refusal.DOOR_IS_OPEN),
                        new DoorClosed(),
                        new ReleaseRefused(4, Refusal.COOLING),
                        new LockReleased(5));
    }

    @Test
    void tellsOnceThatTheDoorWasLeftOpen() {
        CabinetTable table = CabinetTable.ready();
        table.trick(new CabinetTrick.ForceDoor());
        table.world.run(600_000);
        table.trick(new CabinetTrick.CloseDoor());
        table.world.run(1_000);

        assertThat(table.events)
                .containsExactly(new DoorOpened(), new DoorLeftOpen(120_000), new DoorClosed());
    }

    @Test
    void tellsThatADoorThatWasOpenFromTheBeginningWasLeftOpen() {
        CabinetTable table = CabinetTable.ready();
        table.host.cut();
        table.trick(new CabinetTrick.ForceDoor());
        table.host.connect(table.cabinet, 1);
        table.world.run(130_000);

        assertThat(table.events)
                .containsExactly(
                        new CabinetLost("the line is gone"),
                        new CabinetReady(false, true),
                        new DoorLeftOpen(120_000));
    }

    @Test
    void lightsTheCabinetInOpeningHoursAndAnOpenDoorAlways() {
        CabinetTable table = CabinetTable.ready();
        assertThat(table.seen().outputs()).isEqualTo(CabinetOutputs.OFF);

        table.host.command(new CabinetCommand.SetOpening(true));
        table.world.run(10);
        assertThat(table.seen().outputs()).isEqualTo(LIGHT);

        table.host.command(new CabinetCommand.SetOpening(false));
        table.world.run(10);
        assertThat(table.seen().outputs()).isEqualTo(CabinetOutputs.OFF);

        table.trick(new CabinetTrick.ForceDoor());
        table.world.run(100);
        assertThat(table.seen().outputs()).isEqualTo(LIGHT);
    }

    @Test
    void tellsOfAFailingMainsInTwentyMillisecondsAndSwitchesAllOff() {
        CabinetTable table = CabinetTable.ready();
        table.host.command(new CabinetCommand.SetOpening(true));
        table.release(1);
        table.world.run(100);
        table.trick(new CabinetTrick.PowerBlip(10_000));
        table.world.run(23);

        assertThat(table.events).containsExactly(new LockReleased(1), new PowerFailing());
        assertThat(table.seen().outputs()).isEqualTo(CabinetOutputs.OFF);
    }

    @Test
    void releasesNothingWhileTheMainsFails() {
        CabinetTable table = CabinetTable.ready();
        table.trick(new CabinetTrick.PowerBlip(10_000));
        table.world.run(1_000);
        table.release(1);
        table.world.run(11_100);

        assertThat(table.events)
                .containsExactly(
                        new PowerFailing(),
                        new ReleaseRefused(1, Refusal.POWER_FAILING),
                        new PowerReturned());
    }

    @Test
    void doesNotTellOfABlipShorterThanTheDebounce() {
        CabinetTable table = CabinetTable.ready();
        table.trick(new CabinetTrick.PowerBlip(15));
        table.world.run(10_000);

        assertThat(table.events).isEmpty();
    }

    @Test
    void keepsTheDoorsLevelWhileItsSwitchChattersAndTellsOnce() {
        CabinetTable table = CabinetTable.ready();
        table.trick(new CabinetTrick.Chatter(30_000));
        table.world.run(60_000);

        assertThat(table.events).containsExactly(new ContactDoubtful(Contact.DOOR));
    }

    @Test
    void isLostWhenNothingIsSaidAndReadyAgainAfterwards() {
        CabinetTable table = CabinetTable.ready();
        table.trick(new CabinetTrick.GoSilent(10_000));
        table.world.run(5_000);
        table.release(1);
        table.world.run(10_000);

        assertThat(table.events)
                .containsExactly(
                        new CabinetLost("nothing for 3000 ms"),
                        new ReleaseRefused(1, Refusal.CABINET_LOST),
                        new CabinetReady(true, true));
    }

    @Test
    void refusesASpoiltByteAndGoesOn() {
        CabinetTable table = CabinetTable.ready();
        table.trick(new CabinetTrick.FlipNext());
        table.world.run(2_000);

        assertThat(table.events).containsExactly(new Garbled("E3"));
    }

    @Test
    void letsGoOfTheLockWhenTheProgramIsGone() {
        CabinetTable table = CabinetTable.ready();
        table.host.command(new CabinetCommand.SetOpening(true));
        table.release(1);
        table.world.run(50);
        table.host.cut();

        assertThat(table.seen().outputs()).isEqualTo(CabinetOutputs.OFF);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void neverGivesTheCoilCurrentForLongerThanItsPulse(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        CabinetTable table = new CabinetTable();

        for (int i = 0; i < 200; i++) {
            table.world.run(random.nextInt(3_000));
            happen(table, random);
        }

        assertThat(table.seen().longestReleaseMillis()).isLessThanOrEqualTo(501);
        long released = table.events.stream().filter(e -> e instanceof LockReleased).count();
        assertThat(table.seen().releases()).isLessThanOrEqualTo(released);
    }

    private static void happen(CabinetTable table, SplittableRandom random) {
        switch (random.nextInt(10)) {
            case 0 -> table.trick(new CabinetTrick.PullDoor());
            case 1 -> table.trick(new CabinetTrick.ForceDoor());
            case 2 -> table.trick(new CabinetTrick.CloseDoor());
            case 3 -> table.trick(new CabinetTrick.StickSwitch(random.nextBoolean()));
            case 4 -> table.trick(new CabinetTrick.Chatter(random.nextInt(5_000)));
            case 5 -> table.trick(new CabinetTrick.PowerBlip(random.nextInt(5_000)));
            case 6 -> table.trick(new CabinetTrick.GoSilent(random.nextInt(5_000)));
            case 7 -> {
                table.host.cut();
                table.host.connect(table.cabinet, 1);
            }
            default -> table.release(random.nextInt(1_000));
        }
    }
}
