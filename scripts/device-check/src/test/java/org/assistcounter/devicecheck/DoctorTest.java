package org.assistcounter.devicecheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assistcounter.devices.line.Backoff;
import org.assistcounter.devices.line.LineDriver;
import org.assistcounter.devices.line.LineRunner;
import org.assistcounter.devices.line.TcpListener;
import org.assistcounter.devices.mdb.ReaderMessage;
import org.assistcounter.simulators.board.SelectionCount;
import org.assistcounter.simulators.board.SimulatedVendingBoard;
import org.assistcounter.simulators.cabinet.SimulatedCabinet;
import org.assistcounter.simulators.cashless.CardLedger;
import org.assistcounter.simulators.cashless.SimulatedCashlessReader;
import org.assistcounter.simulators.cashless.SimulatedWaferBox;
import org.assistcounter.simulators.climate.SimulatedCompartment;
import org.assistcounter.simulators.scanner.SimulatedScanner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code scripts/doctor WIRING} against devices on real TCP lines. */
class DoctorTest {
    private static final long POLL_MILLIS = 100;
    private static final String SECONDS = "8";

    @TempDir private Path folder = Path.of("");

    private final List<LineRunner<?, ?>> devices = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @AfterEach
    void stopDevices() {
        devices.forEach(LineRunner::close);
    }

    @Test
    void saysOfEveryDeviceThatItAnswers() throws IOException, InterruptedException {
        int exit =
                run(
                        "cashless=" + reader(0x1156) + " wafer",
                        "dispenser=" + board() + " fafb",
                        "scanner=" + listening(new SimulatedScanner("\r\n")) + " serial-scanner",
                        "cabinet=" + listening(new SimulatedCabinet()) + " contacts",
                        "climate="
                                + listening(
                                        new SimulatedCompartment(
                                                SimulatedCompartment.Probe.DS18B20))
                                + " cooling");

        assertThat(text(err)).isEmpty();
        assertThat(exit).as(text(out)).isEqualTo(Doctor.GOOD);
        assertThat(json().path("good").asBoolean()).isTrue();
        assertThat(json().path("devices").propertyNames())
                .containsExactlyInAnyOrder(
                        "cashless", "dispenser", "scanner", "cabinet", "climate");
        assertThat(text(out)).contains("reader of level 1").contains("degrees");
    }

    @Test
    void namesTheDeviceThatIsNotThere() throws IOException, InterruptedException {
        int exit = run("cashless=" + reader(0x1156) + " wafer", "dispenser=" + nobody() + " fafb");

        assertThat(exit).isEqualTo(Doctor.BAD);
        assertThat(json().path("devices").path("cashless").path("good").asBoolean()).isTrue();
        assertThat(json().path("devices").path("dispenser").path("good").asBoolean()).isFalse();
        assertThat(text(out)).contains("BAD  dispenser");
    }

    @Test
    void namesAReaderOfAnotherCurrency() throws IOException, InterruptedException {
        int exit = run("cashless=" + reader(0x1978) + " wafer");

        assertThat(exit).isEqualTo(Doctor.BAD);
        assertThat(json().path("devices").path("cashless").path("words").asString())
                .contains("1978");
    }

    @Test
    void refusesAWiringFileByLineAndReason() throws IOException, InterruptedException {
        int exit = run("# a counter", "toaster=tcp://127.0.0.1:1 fafb");

        assertThat(exit).isEqualTo(Doctor.NOT_RUN);
        assertThat(text(err)).contains("line 2").contains("no such device");
        assertThat(json().path("error").asString()).contains("no such device");
    }

    @Test
    void refusesAMissingFileAndWrongWords() throws InterruptedException {
        assertThat(doctor("no-such-file", "--json")).isEqualTo(Doctor.NOT_RUN);
        assertThat(doctor()).isEqualTo(Doctor.NOT_RUN);
        assertThat(doctor("file", "--seconds", "0")).isEqualTo(Doctor.NOT_RUN);
        assertThat(doctor("file", "--seconds")).isEqualTo(Doctor.NOT_RUN);
        assertThat(doctor("one", "two")).isEqualTo(Doctor.NOT_RUN);
        assertThat(text(err)).contains("no-such-file").contains("scripts/doctor WIRING");
    }

    private int run(String... lines) throws IOException, InterruptedException {
        Path wiring = folder.resolve("wiring");
        Files.write(wiring, List.of(lines));
        return doctor(wiring.toString(), "--seconds", SECONDS, "--json");
    }

    private int doctor(String... words) throws InterruptedException {
        return new Doctor(stream(out), stream(err), new StringReader("")).run(List.of(words));
    }

    private String reader(int currency) throws IOException {
        var config = new ReaderMessage.ReaderConfig(1, currency, 1, 2, 5, 1);
        return listening(
                new SimulatedWaferBox(
                        new SimulatedCashlessReader(config, CardLedger.EMPTY), POLL_MILLIS));
    }

    private String board() throws IOException {
        return listening(
                new SimulatedVendingBoard(Map.of(11, new SelectionCount(8, 0, 0)), POLL_MILLIS));
    }

    private <C, E> String listening(LineDriver<C, E> device) throws IOException {
        TcpListener port = new TcpListener(0);
        var runner =
                new LineRunner<>("device", port, device, _ -> {}, _ -> {}, Backoff.OF_LISTENERS);
        runner.start();
        devices.add(runner);
        return "tcp://127.0.0.1:" + port.port();
    }

    /** A port that was free a moment ago. */
    private static String nobody() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return "tcp://127.0.0.1:" + socket.getLocalPort();
        }
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
