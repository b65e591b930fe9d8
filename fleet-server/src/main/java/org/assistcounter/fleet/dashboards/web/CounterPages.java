package org.assistcounter.fleet.dashboards.web;

import java.util.Locale;
import org.assistcounter.fleet.counters.Retirements;
import org.assistcounter.fleet.counters.Retirements.Outcome;
import org.assistcounter.fleet.operators.Operator;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The page of one counter, on which it is taken out of service and back. */
@Controller
@PreAuthorize("hasAuthority('SEE_FLEET')")
class CounterPages {
    private final CounterForms counter;
    private final Retirements retirements;

    CounterPages(CounterForms counter, Retirements retirements) {
        this.counter = counter;
        this.retirements = retirements;
    }

    @GetMapping("/counters/{label}")
    Mono<String> one(
            @AuthenticationPrincipal Operator operator,
            @PathVariable String label,
            Locale locale,
            Model model,
            ServerWebExchange exchange) {
        return counter.page(operator, label, locale, model, exchange).show();
    }

    @PostMapping("/counters/{label}/retire")
    @PreAuthorize("hasAuthority('DIRECT_COUNTERS')")
    Mono<String> retire(
            @AuthenticationPrincipal Operator operator,
            @PathVariable String label,
            Locale locale,
            Model model,
            ServerWebExchange exchange) {
        return counter.page(operator, label, locale, model, exchange)
                .answer(form ->
                        refusal(retirements.retire(operator, label, form.getOrDefault("why", ""))));
    }

    @PostMapping("/counters/{label}/reinstate")
    @PreAuthorize("hasAuthority('DIRECT_COUNTERS')")
    Mono<String> reinstate(
            @AuthenticationPrincipal Operator operator,
            @PathVariable String label,
            Locale locale,
            Model model,
            ServerWebExchange exchange) {
        return counter.page(operator, label, locale, model, exchange)
                .answer(form -> refusal(retirements.reinstate(operator, label)));
    }

    /** The word of a refusal; empty when it is done. */
    private static Mono<String> refusal(Mono<Outcome> done) {
        return done.filter(outcome -> outcome != Outcome.DONE).map(Outcome::word);
    }
}
