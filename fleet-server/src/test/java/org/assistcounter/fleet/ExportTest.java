package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assistcounter.fleet.evidence.Evidence;
import org.assistcounter.fleet.evidence.ExportProgress;
import org.assistcounter.fleet.evidence.Exports;
import org.assistcounter.fleet.evidence.Selection;
import org.assistcounter.protocol.export.Manifest;
import org.assistcounter.protocol.journal.PaymentWay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Exports as an auditor gets them; end to end tests give them to the verifier. */
@ExtendWith(RunningServer.class)
class ExportTest {
    private static final Manifest.Range ALWAYS = new Manifest.Range(null, null);
    private static final int BLOCK = 512;

    private final RunningServer.Parts server = RunningServer.parts();

    private Map<String, byte[]> export(Selection selection) {
        ExportProgress progress = new ExportProgress("somebody", Instant.EPOCH);
        List<byte[]> pieces =
                Objects.requireNonNull(
                        server.bean(Exports.class)
                                .archive(selection, progress)
                                .collectList()
                                .block(Duration.ofSeconds(30)));
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        pieces.forEach(all::writeBytes);
        assertThat(progress.standing().isFinished()).isTrue();
        return files(all.toByteArray());
    }

    private static Map<String, byte[]> files(byte[] tar) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        int at = 0;
        while (tar[at] != 0) {
            String name = new String(tar, at, 100, StandardCharsets.US_ASCII).replace("\0", "");
            int size =
                    Integer.parseInt(new String(tar, at + 124, 11, StandardCharsets.US_ASCII), 8);
            files.put(name, Arrays.copyOfRange(tar, at + BLOCK, at + BLOCK + size));
            at += BLOCK + (size + BLOCK - 1) / BLOCK * BLOCK;
        }
        return files;
    }

    private static byte[] records(Map<String, byte[]> files) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        files.forEach((name, bytes) -> {
            if (name.endsWith(".records")) {
                all.writeBytes(bytes);
            }
        });
        return all.toByteArray();
    }

    private byte[] journal(SellingCounter counter, int first, int last) {
        List<byte[]> all =
                Objects.requireNonNull(
                        server.bean(Evidence.class).records(counter.id()).collectList().block());
        ByteArrayOutputStream some = new ByteArrayOutputStream();
        all.subList(first - 1, last).forEach(some::writeBytes);
        return some.toByteArray();
    }

    @Test
    void aCountersExportHasItsExactBytesAndEndsWithTheManifest() {
        try (var counter = SellingCounter.enrol(server, "EX-0001")) {
            counter.tells(Sales.of(PaymentWay.CARD).delivered());

            var files = export(new Selection("demonstration", "EX-0001", null, ALWAYS));

            int last = (int) counter.head().seq();
            assertThat(records(files)).isEqualTo(journal(counter, 1, last));
            assertThat(List.copyOf(files.keySet()).getLast()).isEqualTo("manifest.txt");
            String page = text(files, "counters/" + counter.id() + "/counter.txt");
            assertThat(page).contains("\nrecords 1 " + last + "\n", "\ncheckpoint ");
            assertThat(text(files, "manifest.txt")).endsWith("end 1 " + last + "\n");
        }
    }

    @Test
    void aRangeBeginsAfterALoggedHead() {
        try (var counter = SellingCounter.enrol(server, "EX-0002")) {
            int before = (int) counter.tells(Sales.of(PaymentWay.CARD).delivered()).seq();
            counter.isLogged();
            Instant middle = Instant.now();
            int last = (int) counter.tells(Sales.of(PaymentWay.CARD).delivered()).seq();

            var range = new Manifest.Range(middle, null);
            var files = export(new Selection("demonstration", "EX-0002", null, range));

            assertThat(records(files)).isEqualTo(journal(counter, before + 1, last));
            String page = text(files, "counters/" + counter.id() + "/counter.txt");
            assertThat(page).contains("\nafter ", "\nafter-leaf ");
            var until = new Manifest.Range(null, middle);
            var older = export(new Selection("demonstration", "EX-0002", null, until));
            assertThat(records(older)).isEqualTo(journal(counter, 1, before));
        }
    }

    @Test
    void aSaleIsProvenByTheRecordsFromTheHeadBeforeToTheHeadAfter() {
        try (var counter = SellingCounter.enrol(server, "EX-0003")) {
            int before = (int) counter.tells(Sales.of(PaymentWay.CARD).delivered()).seq();
            counter.isLogged();
            Sales sale = Sales.of(PaymentWay.CARD);
            int own = (int) counter.tells(sale.delivered()).seq();
            counter.isLogged();
            counter.tells(Sales.of(PaymentWay.CARD).delivered());

            String id = sale.id().toString();
            var files = export(new Selection("demonstration", "EX-0003", id, ALWAYS));

            assertThat(records(files)).isEqualTo(journal(counter, before + 1, own));
        }
    }

    @Test
    void anotherTenantGetsNothingOfIt() {
        try (var counter = SellingCounter.enrol(server, "EX-0004")) {
            counter.tells(Sales.of(PaymentWay.CARD).delivered());

            var files = export(new Selection("somebody-else", "EX-0004", null, ALWAYS));

            assertThat(text(files, "manifest.txt")).endsWith("end 0 0\n");
            assertThat(records(files)).isEmpty();
        }
    }

    @Test
    void isHandedOutOverHttpAndTold() {
        var client = new WebCalls(server).client();
        SellingCounter.enrol(server, "EX-0005").close();
        client.get().uri("/evidence/export?counter=NO-SUCH").exchange().expectStatus().isNotFound();
        client.get()
                .uri("/evidence/export?counter=EX-0005")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("application/x-tar");
        client.get()
                .uri("/evidence/exports")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$[0].who")
                .isEqualTo("demonstration");
    }

    private static String text(Map<String, byte[]> files, String name) {
        byte[] file = Objects.requireNonNull(files.get(name), name);
        return new String(file, StandardCharsets.UTF_8);
    }
}
