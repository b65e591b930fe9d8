package org.assistcounter.simulators.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.assistcounter.devices.scanner.CodeEnd;
import org.assistcounter.devices.scanner.ScannerCommand;
import org.assistcounter.devices.scanner.ScannerEvent;
import org.assistcounter.devices.scanner.ScannerEvent.CodeScanned;
import org.assistcounter.devices.scanner.ScannerEvent.Garbled;
import org.assistcounter.devices.scanner.ScannerEvent.ScannerLost;
import org.assistcounter.devices.scanner.ScannerEvent.ScannerReady;
import org.assistcounter.devices.scanner.ScannerFault;
import org.assistcounter.devices.scanner.SerialScanner;
import org.assistcounter.simulators.world.WireEnd;
import org.assistcounter.simulators.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes between our driver and the simulated scanner, in virtual time. */
class ScanTest {

    private static final String CODE = "286712345678901234";

    private final World world = new World();
    private final List<ScannerEvent> events = new ArrayList<>();
    private WireEnd<ScannerCommand, ScannerEvent> host = host(CodeEnd.LINE_END);
    private WireEnd<ScannerTrick, ScannerSnapshot> scanner = scanner("\r\n");

    @ParameterizedTest
    @ValueSource(strings = {"\r", "\n", "\r\n"})
    void tellsACodeWhateverLineEndIsSet(String end) {
        scanner = scanner(end);
        awaitCode();
        show(CODE);

        assertThat(events).containsExactly(new CodeScanned(CODE));
    }

    @Test
    void takesAPauseForTheEndWhenNoneIsSet() {
        host = host(CodeEnd.PAUSE);
        scanner = scanner("");
        awaitCode();
        show(CODE);
        world.run(100);

        assertThat(events).containsExactly(new CodeScanned(CODE));
    }

    @Test
    void saysWhetherTheScannerIsThere() {
        host.connect(scanner, 1);
        host.cut();

        assertThat(events).containsExactly(new ScannerReady(), new ScannerLost("the line is gone"));
    }

    @Test
    void tellsACodeOnceHoweverLongItIsHeld() {
        awaitCode();
        scanner.command(new ScannerTrick.Hold(CODE, 10_000));
        world.run(12_000);

        assertThat(events).containsExactly(new CodeScanned(CODE));
    }

    @Test
    void tellsAPickupCodeOnceHoweverLongItIsHeldAndNeverWholeInWords() {
        String pickup = "ACP1:" + "0123456789ABCDEF".repeat(13);
        awaitCode();
        scanner.command(new ScannerTrick.Hold(pickup, 10_000));
        world.run(12_000);

        assertThat(events).containsExactly(new CodeScanned(pickup));
        assertThat(events.getFirst()).hasToString("CodeScanned[AC.., 213 characters]");
    }

    @Test
    void tellsACodeAgainWhenItComesBack() {
        awaitCode();
        show(CODE);
        world.run(3_001);
        show(CODE);

        assertThat(events).containsExactly(new CodeScanned(CODE), new CodeScanned(CODE));
    }

    @Test
    void doesNotTellTheCodeOfTheSaleBeforeThatIsStillHeld() {
        awaitCode();
        scanner.command(new ScannerTrick.Hold(CODE, 8_000));
        world.run(1_000);
        host.command(new ScannerCommand.Ignore());
        world.run(5_000);
        host.command(new ScannerCommand.Await());
        world.run(1_500);

        assertThat(events).containsExactly(new CodeScanned(CODE));
    }

    @Test
    void tellsNothingThatWasNotAwaited() {
        host.connect(scanner, 1);
        events.clear();
        show(CODE);
        scanner.command(new ScannerTrick.NoiseNext());
        show(CODE);

        assertThat(events).isEmpty();
    }

    @Test
    void tellsACodeThatIsHeldWhenItIsAwaitedAtLast() {
        host.connect(scanner, 1);
        events.clear();
        scanner.command(new ScannerTrick.Hold(CODE, 2_000));
        world.run(1_000);
        host.command(new ScannerCommand.Await());
        world.run(1_000);

        assertThat(events).containsExactly(new CodeScanned(CODE));
    }

    @Test
    void doesNotTellACodeThatBeganBeforeItWasAwaited() {
        host.connect(scanner, 1);
        events.clear();
        scanner.command(new ScannerTrick.SplitNext(200));
        scanner.command(new ScannerTrick.Show(CODE));
        world.run(100);
        host.command(new ScannerCommand.Await());
        world.run(400);

        assertThat(events).isEmpty();
    }

    @Test
    void joinsACodeThatComesInPortions() {
        awaitCode();
        scanner.command(new ScannerTrick.SplitNext(300));
        show(CODE);
        world.run(300);

        assertThat(events).containsExactly(new CodeScanned(CODE));
    }

    @Test
    void doesNotTellACodeThatComesAfterTheWaiting() {
        awaitCode();
        scanner.command(new ScannerTrick.DelayNext(5_000));
        scanner.command(new ScannerTrick.Show(CODE));
        world.run(4_000);
        host.command(new ScannerCommand.Ignore());
        world.run(4_000);

        assertThat(events).isEmpty();
    }

    @Test
    void refusesAControlByte() {
        awaitCode();
        scanner.command(new ScannerTrick.NoiseNext());
        show(CODE);
        show(CODE);

        assertThat(events)
                .containsExactly(
                        new Garbled(ScannerFault.CONTROL_BYTE, CODE.length()),
                        new CodeScanned(CODE));
    }

    @Test
    void refusesACodeWhoseEndDoesNotCome() {
        awaitCode();
        scanner.command(new ScannerTrick.OmitEndNext());
        show(CODE);
        world.run(600);
        show(CODE);

        assertThat(events)
                .containsExactly(
                        new Garbled(ScannerFault.BROKEN_OFF, CODE.length()), new CodeScanned(CODE));
    }

    @Test
    void refusesACodeOf513Characters() {
        awaitCode();
        show("7".repeat(513));
        show("7".repeat(512));

        assertThat(events)
                .containsExactly(
                        new Garbled(ScannerFault.TOO_LONG, 513), new CodeScanned("7".repeat(512)));
    }

    @Test
    void refusesBytesThatAreNoText() {
        SerialScanner driver = new SerialScanner(CodeEnd.LINE_END);
        driver.commanded(new ScannerCommand.Await(), 0);

        assertThat(driver.received(new byte[] {0x31, (byte) 0xC3, 0x28, 0x0D}, 1).events())
                .containsExactly(new Garbled(ScannerFault.NOT_UTF_8, 3));
    }

    @Test
    void neverShowsACodeWholeInWords() {
        assertThat(new CodeScanned(CODE).toString()).isEqualTo("CodeScanned[28.., 18 characters]");
        assertThat(new CodeScanned("2").toString()).isEqualTo("CodeScanned[.., 1 characters]");
    }

    /** After any damage and a pause the next sound code is told. */
    @Test
    void alwaysGoesOnAfterDamage() {
        for (long seed = 0; seed < 500; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            SerialScanner driver = new SerialScanner(CodeEnd.LINE_END);
            driver.commanded(new ScannerCommand.Await(), 0);
            byte[] damage = new byte[random.nextInt(1_200)];
            random.nextBytes(damage);
            driver.received(damage, 0);
            driver.elapsed(600);
            byte[] sound = (CODE + "\r").getBytes(StandardCharsets.US_ASCII);

            assertThat(driver.received(sound, 700).events())
                    .as("seed %d", seed)
                    .containsExactly(new CodeScanned(CODE));
        }
    }

    private void awaitCode() {
        host.connect(scanner, 1);
        events.clear();
        host.command(new ScannerCommand.Await());
    }

    private void show(String text) {
        scanner.command(new ScannerTrick.Show(text));
        world.run(10);
    }

    private WireEnd<ScannerCommand, ScannerEvent> host(CodeEnd end) {
        return new WireEnd<>(world, new SerialScanner(end), events::add);
    }

    private WireEnd<ScannerTrick, ScannerSnapshot> scanner(String end) {
        return new WireEnd<>(world, new SimulatedScanner(end), _ -> {});
    }
}
