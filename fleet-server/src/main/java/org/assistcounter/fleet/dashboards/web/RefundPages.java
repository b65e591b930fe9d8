package org.assistcounter.fleet.dashboards.web;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.assistcounter.fleet.dashboards.RefundReader;
import org.assistcounter.fleet.operators.May;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.wallets.StuckRefunds;
import org.assistcounter.fleet.wallets.StuckRefunds.Outcome;
import org.springframework.http.HttpStatus;
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
        model.addAttribute("typed", Map.of());
        return draw(new Asked(operator, refund, locale), model, exchange);
    }

    @PostMapping("/refunds/{refund}/ask")
    @PreAuthorize("hasAuthority('SETTLE_CASES')")
    Mono<String> ask(
            @AuthenticationPrincipal Operator operator,
            @PathVariable String refund,
            Locale locale,
            Model model,
            ServerWebExchange exchange) {
        return act(
                new Asked(operator, refund, locale),
                model,
                exchange,
                form -> refunds.askAgain(operator, refund));
    }

    @PostMapping("/refunds/{refund}/sent")
    @PreAuthorize("hasAuthority('SETTLE_CASES')")
    Mono<String> sent(
            @AuthenticationPrincipal Operator operator,
            @PathVariable String refund,
            Locale locale,
            Model model,
            ServerWebExchange exchange) {
        return act(
                new Asked(operator, refund, locale),
                model,
                exchange,
                form -> refunds.sent(operator, refund, form.getOrDefault("reference", "")));
    }

    @PostMapping("/refunds/{refund}/not-owed")
    @PreAuthorize("hasAuthority('SETTLE_CASES')")
    Mono<String> notOwed(
            @AuthenticationPrincipal Operator operator,
            @PathVariable String refund,
            Locale locale,
            Model model,
            ServerWebExchange exchange) {
        return act(
                new Asked(operator, refund, locale),
                model,
                exchange,
                form -> refunds.notOwed(operator, refund, form.getOrDefault("why", "")));
    }

    private record Asked(Operator operator, String refund, Locale locale) {}

    private Mono<String> act(
            Asked asked,
            Model model,
            ServerWebExchange exchange,
            Function<Map<String, String>, Mono<Outcome>> work) {
        return exchange.getFormData()
                .flatMap(form -> {
                    Map<String, String> typed = form.toSingleValueMap();
                    return work.apply(typed)
                            .flatMap(outcome -> {
                                if (outcome == Outcome.DONE) {
                                    return Mono.just("redirect:/refunds/" + asked.refund());
                                }
                                model.addAttribute("refusal", outcome.word());
                                model.addAttribute("typed", typed);
                                exchange.getResponse()
                                        .setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
                                return draw(asked, model, exchange);
                            });
                });
    }

    private Mono<String> draw(Asked asked, Model model, ServerWebExchange exchange) {
        model.addAttribute("maySettle", asked.operator().may(May.SETTLE_CASES));
        return reader.read(asked.operator().tenant(), asked.refund(), asked.locale())
                .map(page -> {
                    model.addAttribute("page", page);
                    return "dashboards/refund";
                })
                .switchIfEmpty(
                        Mono.fromSupplier(() -> {
                            exchange.getResponse().setStatusCode(HttpStatus.NOT_FOUND);
                            return "dashboards/no-case";
                        }));
    }
}
