package org.assistcounter.simulators.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.assistcounter.devices.board.VendingBoard;
import org.assistcounter.devices.cashless.CashlessCommand;
import org.assistcounter.devices.cashless.CashlessEvent;
import org.assistcounter.devices.climate.ClimateCommand;
import org.assistcounter.devices.climate.ClimateEvent;
import org.assistcounter.devices.climate.ClimateLines;
import org.assistcounter.devices.climate.ClimateSettings;
import org.assistcounter.devices.dispenser.DispenserCommand;
import org.assistcounter.devices.dispenser.DispenserEvent;
import org.assistcounter.devices.line.Backoff;
import org.assistcounter.devices.line.LineDriver;
import org.assistcounter.devices.line.LineRunner;
import org.assistcounter.devices.mdb.WaferCashless;
import org.assistcounter.devices.scanner.CodeEnd;
import org.assistcounter.devices.scanner.ScannerCommand;
import org.assistcounter.devices.scanner.ScannerEvent;
import org.assistcounter.devices.scanner.SerialScanner;
import org.assistcounter.devices.wiring.CabinetWiring.Wire;
import org.assistcounter.devices.wiring.Connection;
import org.assistcounter.devices.wiring.Dialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sale through the bench as a whole: real sockets, real time, its HTTP, its file. */
class BenchTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final BlockingQueue<Object> events = new LinkedBlockingQueue<>();

    @TempDir private Path directory;

    @Test
    void sellsAndKeepsItsCountsOverARestart() throws Exception {
        try (Bench bench = bench()) {
            bench.start();
            sell(bench);
            assertThat(state(bench))
                    .contains("\"keptFen\":350", "\"turns\":1", "\"drops\":1")
                    .contains("\"openFen\":0");
        }

        try (Bench bench = bench()) {
            bench.start();
            assertThat(state(bench)).contains("\"keptFen\":350", "\"drops\":1");
        }
    }

    @Test
    void refusesACommandItDoesNotKnow() throws Exception {
        try (Bench bench = bench()) {
            bench.start();

            assertThat(post(bench, "command=explode")).isEqualTo(400);
            assertThat(post(bench, "command=jam&selection=x")).isEqualTo(400);
            assertThat(post(bench, "command=jam&selection=11")).isEqualTo(200);
        }
    }

    @Test
    void scansACodeThatSomebodyTypes() throws Exception {
        try (Bench bench = bench();
                LineRunner<ScannerCommand, ScannerEvent> scanner =
                        runner(
                                bench.scannerLinePort(),
                                Dialect.Scanner.SERIAL_SCANNER,
                                new SerialScanner(CodeEnd.LINE_END))) {
            bench.start();
            scanner.start();
            scanner.command(new ScannerCommand.Await());
            await(ScannerEvent.ScannerReady.class);
            assertThat(post(bench, "command=scan&code=")).isEqualTo(400);

            // The bench takes a code only when its own end of the line is open.
            Object heard = null;
            for (int i = 0; heard == null && i < 100; i++) {
                assertThat(post(bench, "command=scan&code=286712345678901234")).isEqualTo(200);
                heard = events.poll(100, TimeUnit.MILLISECONDS);
            }

            assertThat(heard).isEqualTo(new ScannerEvent.CodeScanned("286712345678901234"));
            assertThat(state(bench))
                    .contains("\"scanner\":true")
                    .doesNotContain("286712345678901234");
        }
    }

    @Test
    void coolsItsCompartmentAndLetsSomebodyWarmIt() throws Exception {
        try (Bench bench = bench();
                LineRunner<ClimateCommand, ClimateEvent> climate =
                        runner(
                                bench.climateLinePort(),
                                Dialect.Climate.COOLING,
                                new ClimateLines(ClimateSettings.USUAL))) {
            bench.start();
            climate.start();
            assertThat(warmerThan(8_000)).isFalse();

            assertThat(post(bench, "command=air&milli=12000")).isEqualTo(200);

            int readings = 1;
            while (!warmerThan(8_000)) {
                readings++;
            }
            assertThat(readings).isLessThanOrEqualTo(2);
            assertThat(post(bench, "command=thermometer&state=melted")).isEqualTo(400);
            assertThat(post(bench, "command=air&milli=99000")).isEqualTo(400);
        }
    }

    private boolean warmerThan(int milli) throws InterruptedException {
        ClimateEvent.Reported reported = null;
        while (reported == null || reported.airMilli().isEmpty()) {
            Object event = events.poll(15, TimeUnit.SECONDS);
            assertThat(event).isNotNull();
            reported = event instanceof ClimateEvent.Reported said ? said : null;
        }
        return reported.airMilli().getAsInt() > milli;
    }

    private void sell(Bench bench) throws Exception {
        try (LineRunner<CashlessCommand, CashlessEvent> card =
                        runner(
                                bench.readerLinePort(),
                                Dialect.Cashless.WAFER,
                                new WaferCashless());
                LineRunner<DispenserCommand, DispenserEvent> shelf =
                        runner(bench.boardLinePort(), Dialect.Dispenser.FAFB, new VendingBoard())) {
            card.start();
            shelf.start();
            card.command(new CashlessCommand.Start());
            card.command(new CashlessCommand.Enable());
            await(CashlessEvent.ReaderReady.class);
            TimeUnit.MILLISECONDS.sleep(500);
            assertThat(post(bench, "command=tap&funds=100000")).isEqualTo(200);
            await(CashlessEvent.SessionBegan.class);
            card.command(new CashlessCommand.RequestVend(350, 11));
            await(CashlessEvent.VendApproved.class);
            shelf.command(new DispenserCommand.TurnMotor(1, 11));
            await(DispenserEvent.TurnEnded.class);
            card.command(new CashlessCommand.ConfirmVend(11));
            await(CashlessEvent.SessionEnded.class);
        }
    }

    private <C, E> LineRunner<C, E> runner(int port, Dialect dialect, LineDriver<C, E> driver) {
        Wire<Dialect> wire = new Wire<>(new Connection.Tcp("127.0.0.1", port), dialect);
        return new LineRunner<>(
                dialect.word(),
                wire.opener(),
                driver,
                events::add,
                events::add,
                Backoff.OF_DEVICES);
    }

    private void await(Class<?> kind) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
        Object event = events.poll(15, TimeUnit.SECONDS);
        while (event != null && !kind.isInstance(event) && System.nanoTime() < until) {
            event = events.poll(15, TimeUnit.SECONDS);
        }
        assertThat(event).isInstanceOf(kind);
    }

    private Bench bench() throws IOException {
        return new Bench(
                new BenchOptions(
                        new BenchOptions.LinePorts(0, 0, 0, 0),
                        0,
                        200,
                        directory.resolve("bench.properties"),
                        "http://localhost"));
    }

    private static String state(Bench bench) throws Exception {
        URI uri = URI.create("http://localhost:" + bench.httpPort() + "/state");
        return HTTP.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
    }

    private static int post(Bench bench, String form) throws Exception {
        URI uri = URI.create("http://localhost:" + bench.httpPort() + "/command");
        HttpRequest request =
                HttpRequest.newBuilder(uri).POST(HttpRequest.BodyPublishers.ofString(form)).build();
        return HTTP.send(request, BodyHandlers.discarding()).statusCode();
    }
}
