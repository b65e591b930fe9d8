package org.assistcounter.fleet.dashboards.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.assistcounter.fleet.catalogue.Outcome;
import org.assistcounter.fleet.catalogue.PaperKind;
import org.assistcounter.fleet.catalogue.Papers;
import org.assistcounter.fleet.operators.Operator;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Papers on their way in and out. */
@Controller
@PreAuthorize("hasAuthority('SEE_REGISTRY')")
class PaperPages {
    private static final String PAPERS = "/products/{code:[a-z][a-z0-9-]{1,38}}/papers";

    private final Papers papers;

    PaperPages(Papers papers) {
        this.papers = papers;
    }

    /** Takes a file and goes back to the product, with the word of what was wrong. */
    @PostMapping(PAPERS)
    @PreAuthorize("hasAnyAuthority('SUPPLY', 'RECOGNISE')")
    Mono<String> add(
            @AuthenticationPrincipal Operator operator,
            @PathVariable String code,
            ServerWebExchange exchange) {
        return Upload.of(exchange, Papers.BYTES_MAX + 1)
                .map(sent -> new Papers.Sent(kind(sent.kind()), sent.name(), sent.content()))
                .flatMap(sent -> papers.add(operator, code, sent))
                .defaultIfEmpty(new Outcome.Refused(List.of("paper-none")))
                .onErrorReturn(
                        DataBufferLimitException.class, new Outcome.Refused(List.of("paper-size")))
                .flatMap(Filled::refusal)
                .map(word -> "redirect:/products/" + code + "?refused=" + word + "#papers")
                .defaultIfEmpty("redirect:/products/" + code + "#papers");
    }

    private static PaperKind kind(String typed) {
        return Arrays.stream(PaperKind.values())
                .filter(each -> each.word().equals(typed))
                .findFirst()
                .orElse(PaperKind.OTHER);
    }

    /** A file of somebody else is never opened as a page of ours. */
    @GetMapping(PAPERS + "/{id:[0-9]{1,18}}")
    @ResponseBody
    Mono<ResponseEntity<byte[]>> one(
            @AuthenticationPrincipal Operator operator,
            @PathVariable String code,
            @PathVariable long id) {
        return papers.find(operator, code, id)
                .map(whole ->
                        ResponseEntity.ok()
                                .contentType(MediaType.parseMediaType(whole.paper().mediaType()))
                                .header(
                                        "Content-Disposition",
                                        ContentDisposition.attachment()
                                                .filename(
                                                        whole.paper().name(),
                                                        StandardCharsets.UTF_8)
                                                .build()
                                                .toString())
                                .header(
                                        "Content-Security-Policy",
                                        "sandbox; default-src 'none'; base-uri 'none';"
                                                + " frame-ancestors 'none'")
                                .body(whole.content().bytes()))
                .defaultIfEmpty(ResponseEntity.status(HttpStatus.NOT_FOUND).build());
    }
}
