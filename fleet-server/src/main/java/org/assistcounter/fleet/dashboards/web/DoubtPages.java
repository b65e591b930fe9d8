package org.assistcounter.fleet.dashboards.web;

import java.util.Locale;
import org.assistcounter.fleet.dashboards.DoubtReader;
import org.assistcounter.fleet.doubts.Doubts;
import org.assistcounter.fleet.doubts.Doubts.Outcome;
import org.assistcounter.fleet.ingest.Refusals;
import org.assistcounter.fleet.operators.Operator;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The page of counters that are doubted, and one of each doubt. */
@Controller
@PreAuthorize("hasAuthority('SEE_FLEET')")
class DoubtPages {
    private static final String WHY = "why";

    private final DoubtReader reader;
    private final Doubts doubts;
    private final Refusals refusals;

    DoubtPages(DoubtReader reader, Doubts doubts, Refusals refusals) {
        this.reader = reader;
        this.doubts = doubts;
        this.refusals = refusals;
    }

    @GetMapping("/doubts")
    Mono<String> all(@AuthenticationPrincipal Operator operator, Locale locale, Model model) {
        return reader.read(operator.tenant(), locale)
                .map(read -> {
                    model.addAttribute("page", read);
                    return "dashboards/doubts";
                });
    }

    @GetMapping("/doubts/{id:[0-9]{1,18}}")
    Mono<String> one(
            @AuthenticationPrincipal Operator operator,
            @PathVariable long id,
            Locale locale,
            Model model,
            ServerWebExchange exchange) {
        return page(operator, id, locale, model, exchange).show();
    }

    @PostMapping("/doubts/{id:[0-9]{1,18}}/explain")
    @PreAuthorize("hasAuthority('DIRECT_COUNTERS')")
    Mono<String> explain(
            @AuthenticationPrincipal Operator operator,
            @PathVariable long id,
            Locale locale,
            Model model,
            ServerWebExchange exchange) {
        return page(operator, id, locale, model, exchange)
                .answer(form -> refusal(doubts.explain(operator, id, form.getOrDefault(WHY, ""))));
    }

    @PostMapping("/doubts/{id:[0-9]{1,18}}/retire")
    @PreAuthorize("hasAuthority('DIRECT_COUNTERS')")
    Mono<String> retire(
            @AuthenticationPrincipal Operator operator,
            @PathVariable long id,
            Locale locale,
            Model model,
            ServerWebExchange exchange) {
        return page(operator, id, locale, model, exchange)
                .answer(form -> refusal(doubts.retire(operator, id, form.getOrDefault(WHY, ""))));
    }

    /** The exact bytes of a message that was kept. */
    @GetMapping("/refused/{id:[0-9]{1,18}}/bytes")
    @ResponseBody
    Mono<ResponseEntity<byte[]>> bytes(
            @AuthenticationPrincipal Operator operator, @PathVariable long id) {
        ContentDisposition file =
                ContentDisposition.attachment().filename("message-" + id + ".bin").build();
        return refusals.bytes(operator.tenant(), id)
                .map(bytes ->
                        ResponseEntity.ok()
                                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                                .body(bytes))
                .defaultIfEmpty(ResponseEntity.notFound().build());
    }

    /** The word of a refusal; empty when it is done. */
    private static Mono<String> refusal(Mono<Outcome> done) {
        return done.filter(outcome -> outcome != Outcome.DONE).map(Outcome::word);
    }

    private FormPage page(
            Operator operator, long id, Locale locale, Model model, ServerWebExchange exchange) {
        return new FormPage(
                "/doubts/" + id,
                "dashboards/doubt",
                "dashboards/no-doubt",
                reader.read(operator, id, locale),
                operator,
                model,
                exchange);
    }
}
