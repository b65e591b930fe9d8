package org.assistcounter.fleet.dashboards.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.counters.Counters;
import org.assistcounter.fleet.counters.JournalKey;
import org.assistcounter.fleet.counters.JournalKeys;
import org.assistcounter.fleet.evidence.Evidence;
import org.assistcounter.fleet.operators.Audit;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.protocol.export.CounterFile;
import org.assistcounter.protocol.journal.Hash;
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
    private final JournalKeys keys;
    private final Evidence evidence;
    private final Audit audit;

    JournalExport(Counters counters, JournalKeys keys, Evidence evidence, Audit audit) {
        this.counters = counters;
        this.keys = keys;
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

    private Flux<String> head(Counter counter) {
        return keys.of(counter)
                .flatMapIterable(all -> {
                    List<String> lines = new ArrayList<>();
                    JournalKey first = all.getFirst();
                    lines.add("assistance-counter-journal 1\n");
                    lines.add("counter " + counter.id().hex() + "\n");
                    lines.add("key " + HexFormat.of().formatHex(raw(first)) + "\n");
                    lines.add("certificate " + first.certificate() + "\n");
                    all.stream().skip(1).forEach(key -> lines.add(later(key).line()));
                    return lines;
                });
    }

    private static CounterFile.LaterKey later(JournalKey key) {
        return new CounterFile.LaterKey(
                key.epoch(), key.fromSeq(), new Hash(raw(key)), key.certificate());
    }

    private static byte[] raw(JournalKey key) {
        return Base64.getDecoder().decode(key.publicKey());
    }

    private static String line(byte[] record) {
        return "record " + Base64.getEncoder().encodeToString(record) + "\n";
    }
}
