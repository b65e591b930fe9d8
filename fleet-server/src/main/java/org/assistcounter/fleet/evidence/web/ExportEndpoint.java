package org.assistcounter.fleet.evidence.web;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.assistcounter.fleet.evidence.ExportProgress;
import org.assistcounter.fleet.evidence.Exports;
import org.assistcounter.fleet.evidence.Selection;
import org.assistcounter.fleet.operators.Audit;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.protocol.export.Manifest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Hands journals with all that proves them to an auditor. */
@RestController
@PreAuthorize("hasAuthority('EXPORT_EVIDENCE')")
class ExportEndpoint {
    private static final DefaultDataBufferFactory BUFFERS = DefaultDataBufferFactory.sharedInstance;
    private static final int PROGRESS_KEPT = 50;

    private final Exports exports;
    private final Audit audit;
    private final Clock clock;
    private final ConcurrentLinkedDeque<ExportProgress> progress = new ConcurrentLinkedDeque<>();

    ExportEndpoint(Exports exports, Audit audit, Clock clock) {
        this.exports = exports;
        this.audit = audit;
        this.clock = clock;
    }

    /** Everything of the tenant, or of one counter, that the log took in between two moments. */
    @GetMapping("/evidence/export")
    Mono<ResponseEntity<Flux<DataBuffer>>> export(
            @AuthenticationPrincipal Operator operator,
            @RequestParam(name = "counter", required = false) @Nullable String label,
            @RequestParam(name = "from", required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
                    @Nullable Instant from,
            @RequestParam(name = "to", required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
                    @Nullable Instant to) {
        Manifest.Range range = new Manifest.Range(from, to);
        String detail = (from == null ? "-" : from) + " " + (to == null ? "-" : to);
        return give(operator, new Selection(operator.tenant(), label, null, range), detail);
    }

    /** One sale: the records from the logged head before it to the logged head after it. */
    @GetMapping("/counters/{label}/sales/{sale}/proof")
    Mono<ResponseEntity<Flux<DataBuffer>>> sale(
            @AuthenticationPrincipal Operator operator,
            @PathVariable String label,
            @PathVariable String sale) {
        Manifest.Range range = new Manifest.Range(null, null);
        return give(operator, new Selection(operator.tenant(), label, sale, range), sale);
    }

    /** How far one's own newest exports are. */
    @GetMapping(path = "/evidence/exports", produces = MediaType.APPLICATION_JSON_VALUE)
    Flux<ExportProgress.Standing> progress(@AuthenticationPrincipal Operator operator) {
        return Flux.fromIterable(progress)
                .map(ExportProgress::standing)
                .filter(standing -> standing.who().equals(operator.login()));
    }

    private Mono<ResponseEntity<Flux<DataBuffer>>> give(
            Operator operator, Selection selection, String detail) {
        return exports.isKnown(selection)
                .flatMap(isKnown ->
                        isKnown
                                ? begin(operator, selection, detail)
                                : Mono.just(ResponseEntity.notFound().build()));
    }

    private Mono<ResponseEntity<Flux<DataBuffer>>> begin(
            Operator operator, Selection selection, String detail) {
        String subject = selection.label() == null ? "all counters" : selection.label();
        ExportProgress own = new ExportProgress(operator.login(), clock.instant());
        progress.addFirst(own);
        while (progress.size() > PROGRESS_KEPT) {
            progress.pollLast();
        }
        Flux<DataBuffer> body = exports.archive(selection, own).map(BUFFERS::wrap);
        return audit.record(operator, "evidence-export", subject, detail)
                .thenReturn(
                        ResponseEntity.ok()
                                .contentType(MediaType.parseMediaType("application/x-tar"))
                                .header(
                                        HttpHeaders.CONTENT_DISPOSITION,
                                        ContentDisposition.attachment()
                                                .filename("evidence.tar")
                                                .build()
                                                .toString())
                                .body(body));
    }
}
