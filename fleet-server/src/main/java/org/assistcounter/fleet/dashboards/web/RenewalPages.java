package org.assistcounter.fleet.dashboards.web;

import java.util.Locale;
import org.assistcounter.fleet.enrolment.EnrolmentToken;
import org.assistcounter.fleet.enrolment.RenewalTokens;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.settings.FleetSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Shows the token by which a counter gets new keys, and what to do with it; once. */
@Controller
@PreAuthorize("hasAuthority('ISSUE_TOKENS')")
class RenewalPages {
    private final CounterForms counter;
    private final RenewalTokens tokens;
    private final FleetSettings settings;

    RenewalPages(CounterForms counter, RenewalTokens tokens, FleetSettings settings) {
        this.counter = counter;
        this.tokens = tokens;
        this.settings = settings;
    }

    @PostMapping("/counters/{label}/renew")
    Mono<String> renew(
            @AuthenticationPrincipal Operator operator,
            @PathVariable String label,
            Locale locale,
            Model model,
            ServerWebExchange exchange) {
        return counter.page(operator, label, locale, model, exchange)
                .answer(
                        form ->
                                tokens.issue(operator, label, form.get("why"))
                                        .mapNotNull(outcome -> refusal(outcome, model)),
                        "dashboards/renewal");
    }

    private @Nullable String refusal(RenewalTokens.Outcome outcome, Model model) {
        return switch (outcome) {
            case RenewalTokens.Refused refused -> refused.word();
            case RenewalTokens.Issued(String token) -> {
                model.addAttribute("token", token);
                model.addAttribute("minutes", EnrolmentToken.VALIDITY.toMinutes());
                model.addAttribute("server", settings.origin());
                yield null;
            }
        };
    }
}
