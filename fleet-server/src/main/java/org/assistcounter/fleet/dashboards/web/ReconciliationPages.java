package org.assistcounter.fleet.dashboards.web;

import java.util.Locale;
import java.util.stream.Stream;
import org.assistcounter.fleet.dashboards.ReconciliationReader;
import org.assistcounter.fleet.operators.May;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.reconciliation.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The page of all days, and one of each difference; what they order goes to `reconciliation`. */
@Controller
@PreAuthorize("hasAuthority('SEE_FLEET')")
class ReconciliationPages {
    private static final String PAGE = "page";
    private static final String OUTCOME = "said";

    private final ReconciliationReader reader;

    ReconciliationPages(ReconciliationReader reader) {
        this.reader = reader;
    }

    @GetMapping("/reconciliation")
    Mono<String> all(@AuthenticationPrincipal Operator operator, Locale locale, Model model) {
        return reader.read(operator.tenant(), locale)
                .map(read -> {
                    model.addAttribute(PAGE, read);
                    model.addAttribute("mayRun", operator.may(May.RECONCILE));
                    return "dashboards/reconciliation";
                });
    }

    @GetMapping("/reconciliation/{id:[0-9]{1,18}}")
    Mono<String> one(
            @AuthenticationPrincipal Operator operator,
            @PathVariable long id,
            Locale locale,
            Model model,
            ServerWebExchange exchange) {
        String said = exchange.getRequest().getQueryParams().getFirst(OUTCOME);
        return reader.read(operator, id, locale)
                .map(read -> {
                    model.addAttribute(PAGE, read);
                    model.addAttribute(OUTCOME, known(said));
                    return "dashboards/difference";
                })
                .switchIfEmpty(
                        Mono.fromSupplier(() -> {
                            exchange.getResponse().setStatusCode(HttpStatus.NOT_FOUND);
                            return "dashboards/no-difference";
                        }));
    }

    /** Empty unless there are words for it. */
    private static String known(@Nullable String said) {
        return Stream.of(Outcome.values())
                .filter(outcome -> outcome != Outcome.DONE)
                .map(Outcome::word)
                .filter(word -> word.equals(said))
                .findFirst()
                .orElse("");
    }
}
