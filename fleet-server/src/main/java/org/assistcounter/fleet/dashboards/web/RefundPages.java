package org.assistcounter.fleet.dashboards.web;

import java.util.Locale;
import org.assistcounter.fleet.dashboards.RefundReader;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.wallets.StuckRefunds;
import org.assistcounter.fleet.wallets.StuckRefunds.Outcome;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The page on which somebody sees to a refund that no wallet makes. */
@Controller
@PreAuthorize("hasAuthority('SEE_FLEET')")
class RefundPages {
    private final RefundReader reader;
    private final StuckRefunds refunds;

    RefundPages(RefundReader reader, StuckRefunds refunds) {
        this.reader = reader;
        this.refunds = refunds;
    }

    @GetMapping("/refunds/{refund}")
    Mono<String> one(
            @AuthenticationPrincipal Operator operator,
            @PathVariable String refund,
            Locale locale,
            Model model,
            ServerWebExchange exchange) {
        return page(operator, refund, locale, model, exchange).show();
    }

    @PostMapping("/refunds/{refund}/ask")
    @PreAuthorize("hasAuthority('SETTLE_CASES')")
    Mono<String> ask(
            @AuthenticationPrincipal Operator operator,
            @PathVariable String refund,
            Locale locale,
            Model model,
            ServerWebExchange exchange) {
        return page(operator, refund, locale, model, exchange)
                .answer(form -> refusal(refunds.askAgain(operator, refund)));
    }

    @PostMapping("/refunds/{refund}/sent")
    @PreAuthorize("hasAuthority('SETTLE_CASES')")
    Mono<String> sent(
            @AuthenticationPrincipal Operator operator,
            @PathVariable String refund,
            Locale locale,
            Model model,
            ServerWebExchange exchange) {
        return page(operator, refund, locale, model, exchange)
                .answer(form ->
                        refusal(
                                refunds.sent(
                                        operator, refund, form.getOrDefault("reference", ""))));
    }

    @PostMapping("/refunds/{refund}/not-owed")
    @PreAuthorize("hasAuthority('SETTLE_CASES')")
    Mono<String> notOwed(
            @AuthenticationPrincipal Operator operator,
            @PathVariable String refund,
            Locale locale,
            Model model,
            ServerWebExchange exchange) {
        return page(operator, refund, locale, model, exchange)
                .answer(form ->
                        refusal(refunds.notOwed(operator, refund, form.getOrDefault("why", ""))));
    }

    /** The word of a refusal; empty when it is done. */
    private static Mono<String> refusal(Mono<Outcome> done) {
        return done.filter(outcome -> outcome != Outcome.DONE).map(Outcome::word);
    }

    private FormPage page(
            Operator operator,
            String refund,
            Locale locale,
            Model model,
            ServerWebExchange exchange) {
        return new FormPage(
                "/refunds/" + refund,
                "dashboards/refund",
                "dashboards/no-case",
                reader.read(operator.tenant(), refund, locale),
                operator,
                model,
                exchange);
    }
}
