package org.assistcounter.devicecheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.assistcounter.devices.line.Backoff;
import org.assistcounter.devices.line.LineDriver;
import org.assistcounter.devices.line.LineRunner;
import org.assistcounter.simulators.board.BoardSnapshot;
import org.assistcounter.simulators.board.BoardTrick;
import org.assistcounter.simulators.board.SelectionCount;
import org.assistcounter.simulators.board.SimulatedVendingBoard;
import org.assistcounter.simulators.cashless.CardLedger;
import org.assistcounter.simulators.cashless.ReaderModel;
import org.assistcounter.simulators.cashless.ReaderSnapshot;
import org.assistcounter.simulators.cashless.ReaderTrick;
import org.assistcounter.simulators.cashless.SimulatedCashlessReader;
import org.assistcounter.simulators.cashless.SimulatedWaferBox;
import org.assistcounter.simulators.locker.LockerSnapshot;
import org.assistcounter.simulators.locker.SimulatedLockerBoard;
import org.assistcounter.simulators.pty.PseudoTerminal;
import org.assistcounter.simulators.scanner.ScannerTrick;
import org.assistcounter.simulators.scanner.SimulatedScanner;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code scripts/doctor} does with devices at the ends of serial cables. */
class DoctorActionsTest {
    private static final int SLOT = 11;
    private static final String CODE = "286712345678901234";

    @TempDir private Path folder = Path.of("");

    private final List<Far<?, ?>> devices = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** The other end of a cable, and how it looks. */
    private record Far<T, S>(
            String address, LineRunner<T, S> runner, AtomicReference<@Nullable S> seen) {}

    @AfterEach
    void stopDevices() {
        devices.forEach(device -> device.runner().close());
    }

    @Test
    void turnsAMotorOnceAndTellsTheEvidence() throws Exception {
        Far<BoardTrick, BoardSnapshot> board = board();

        int exit = run("dispenser=" + board.address() + " fafb", "", "--turn", "11", "--yes");

        assertThat(exit).as(text(out)).isEqualTo(Doctor.GOOD);
        assertThat(action("turn 11").path("words").asString()).contains("home returned, drop seen");
        assertThat(board.seen().get())
                .isNotNull()
                .satisfies(seen ->
                        assertThat(seen.selections().get(SLOT))
                                .isEqualTo(new SelectionCount(7, 1, 1)));
    }

    @Test
    void saysThatAMotorIsJammed() throws Exception {
        Far<BoardTrick, BoardSnapshot> board = board();
        board.runner().command(new BoardTrick.Jam(SLOT, true));

        int exit = run("dispenser=" + board.address() + " fafb", "", "--turn", "11", "--yes");

        assertThat(exit).isEqualTo(Doctor.BAD);
        assertThat(action("turn 11").path("good").asBoolean(true)).isFalse();
    }

    @Test
    void doesNothingThatIsNotAgreedTo() throws Exception {
        Far<BoardTrick, BoardSnapshot> board = board();

        int exit =
                run(
                        "dispenser=" + board.address() + " fafb",
                        "n\nY\n",
                        "--turn",
                        "11",
                        "--turn",
                        "12");

        assertThat(exit).as(text(out)).isEqualTo(Doctor.BAD);
        assertThat(text(out))
                .contains("Turn motor 11? Goods may fall. [y/N] ", "not done: turn 11");
        assertThat(json().path("actions").propertyNames()).containsExactly("turn 12");
        assertThat(board.seen().get())
                .isNotNull()
                .satisfies(seen ->
                        assertThat(seen.selections().get(SLOT))
                                .isEqualTo(new SelectionCount(8, 0, 0)));
    }

    @Test
    void opensALock() throws Exception {
        Far<?, LockerSnapshot> lockers = listening(new SimulatedLockerBoard());

        int exit = run("dispenser=" + lockers.address() + " kr-cu16", "y\n", "--open", "5");

        assertThat(exit).as(text(out)).isEqualTo(Doctor.GOOD);
        assertThat(lockers.seen().get())
                .isNotNull()
                .satisfies(seen -> assertThat(seen.pulses()).isEqualTo(Map.of(5, 1)));
    }

    @Test
    void takesACardAndGivesItsMoneyBack() throws Exception {
        var reader =
                new SimulatedCashlessReader(
                        new ReaderModel(SimulatedCashlessReader.yuanConfig()), CardLedger.EMPTY);
        Far<ReaderTrick, ReaderSnapshot> box = listening(new SimulatedWaferBox(reader, 100));
        Thread shopper =
                whenAsked(
                        "Hold a card", () -> box.runner().command(new ReaderTrick.TapCard(1_000)));

        int exit = run("cashless=" + box.address() + " wafer", "", "--card", "350", "--yes");
        shopper.interrupt();

        assertThat(exit).as(text(out)).isEqualTo(Doctor.GOOD);
        assertThat(action("card 350").path("words").asString())
                .isEqualTo("350 fen taken and given back");
        assertThat(box.seen().get())
                .isNotNull()
                .satisfies(seen -> {
                    assertThat(seen.ledger().refundedMinor()).isEqualTo(350);
                    assertThat(seen.ledger().keptMinor()).isZero();
                });
    }

    @Test
    void waitsForACodeAndShowsItNotWhole() throws Exception {
        var scanner = listening(new SimulatedScanner("\r\n"));
        Thread shopper =
                whenAsked(
                        "Hold a code", () -> scanner.runner().command(new ScannerTrick.Show(CODE)));

        int exit = run("scanner=" + scanner.address() + " serial-scanner", "", "--scan");
        shopper.interrupt();

        assertThat(exit).as(text(out)).isEqualTo(Doctor.GOOD);
        assertThat(action("scan").path("words").asString()).contains("18 characters");
        assertThat(text(out)).doesNotContain(CODE);
    }

    @ParameterizedTest
    @CsvSource({
        "dispenser=tcp://127.0.0.1:1 fafb, --open, 5, a fafb turns motors",
        "dispenser=tcp://127.0.0.1:1 kr-cu16, --turn, 5, a kr-cu16 opens locks",
        "dispenser=tcp://127.0.0.1:1 kr-cu16, --open, 16, a kr-cu16 has 0 to 15 and not 16",
        "dispenser=tcp://127.0.0.1:1 spirals, --turn, 64, a spirals has 0 to 63 and not 64",
        "scanner=tcp://127.0.0.1:1 serial-scanner, --card, 5, the wiring has no cashless",
        "scanner=tcp://127.0.0.1:1 serial-scanner, --turn, x, usage"
    })
    void refusesWhatTheCabinetCannotDoBeforeItAsksAnything(
            String wiring, String word, String value, String reason) throws Exception {
        assertThat(run(wiring, "", word, value, "--yes")).isEqualTo(Doctor.NOT_RUN);

        assertThat(text(err)).contains(reason);
    }

    private Far<BoardTrick, BoardSnapshot> board() throws IOException {
        return listening(
                new SimulatedVendingBoard(
                        Map.of(SLOT, new SelectionCount(8, 0, 0), 12, new SelectionCount(0, 0, 0)),
                        200));
    }

    private <T, S> Far<T, S> listening(LineDriver<T, S> device) throws IOException {
        PseudoTerminal cable = new PseudoTerminal();
        AtomicReference<@Nullable S> seen = new AtomicReference<>();
        var runner =
                new LineRunner<>("device", cable, device, seen::set, _ -> {}, Backoff.OF_LISTENERS);
        var far = new Far<>("serial://" + cable.device(), runner, seen);
        runner.start();
        devices.add(far);
        return far;
    }

    /** A shopper who does as the doctor says, a moment later. */
    private Thread whenAsked(String words, Runnable action) {
        return Thread.ofVirtual()
                .start(() -> {
                    try {
                        while (!text(out).contains(words)) {
                            Thread.sleep(100);
                        }
                        Thread.sleep(500);
                        action.run();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
    }

    private int run(String wiring, String answers, String... words) throws Exception {
        Path file = folder.resolve("wiring");
        Files.writeString(file, wiring);
        List<String> all = new ArrayList<>(List.of(file.toString(), "--seconds", "4", "--json"));
        all.addAll(List.of(words));
        return new Doctor(stream(out), stream(err), new StringReader(answers)).run(all);
    }

    private JsonNode action(String name) {
        return json().path("actions").path(name);
    }

    private JsonNode json() {
        return JsonMapper.shared().readTree(text(out).lines().toList().getLast());
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
