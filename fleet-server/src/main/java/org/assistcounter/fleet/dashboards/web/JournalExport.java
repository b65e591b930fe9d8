package org.assistcounter.fleet.dashboards.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.counters.Counters;
import org.assistcounter.fleet.evidence.Evidence;
import org.assistcounter.fleet.operators.Audit;
import org.assistcounter.fleet.operators.Operator;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Hands out a counter's journal for whoever wants to check it without trusting us: the text form of
 * JOURNAL.md, "Export", record by record as they come from the table.
 */
@RestController
@PreAuthorize("hasAuthority('SEE_FLEET')")
class JournalExport {
    private static final DefaultDataBufferFactory BUFFERS = DefaultDataBufferFactory.sharedInstance;
    private static final int LINES_AT_ONCE = 64;

    private final Counters counters;
    private final Evidence evidence;
    private final Audit audit;

    JournalExport(Counters counters, Evidence evidence, Audit audit) {
        this.counters = counters;
        this.evidence = evidence;
        this.audit = audit;
    }

    @GetMapping("/counters/{label}/journal")
    Mono<ResponseEntity<Flux<DataBuffer>>> journal(
            @AuthenticationPrincipal Operator operator, @PathVariable String label) {
        return counters.findByLabel(operator.tenant(), label)
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))
                .flatMap(counter ->
                        audit.record(operator, "journal-export", label, counter.id().hex())
                                .thenReturn(file(counter)));
    }

    private ResponseEntity<Flux<DataBuffer>> file(Counter counter) {
        String name = counter.place().label() + "-journal.txt";
        Flux<DataBuffer> body =
                head(counter)
                        .concatWith(evidence.records(counter.id()).map(JournalExport::line))
                        .buffer(LINES_AT_ONCE)
                        .map(lines -> String.join("", lines))
                        .map(text -> BUFFERS.wrap(text.getBytes(StandardCharsets.US_ASCII)));
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(body);
    }

    private static Flux<String> head(Counter counter) {
        byte[] key = Base64.getDecoder().decode(counter.keys().journalPublicKey());
        return Flux.just(
                "assistance-counter-journal 1\n",
                "counter " + counter.id().hex() + "\n",
                "key " + HexFormat.of().formatHex(key) + "\n",
                "certificate " + counter.keys().enrolmentCertificate() + "\n");
    }

    private static String line(byte[] record) {
        return "record " + Base64.getEncoder().encodeToString(record) + "\n";
    }
}
