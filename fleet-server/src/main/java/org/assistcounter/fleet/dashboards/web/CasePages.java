package org.assistcounter.fleet.dashboards.web;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.assistcounter.fleet.complaints.Complaints;
import org.assistcounter.fleet.complaints.Refusal;
import org.assistcounter.fleet.dashboards.CaseReader;
import org.assistcounter.fleet.ledger.CaseRules.Payout;
import org.assistcounter.fleet.ledger.Finding;
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

/** The pages on which cases are settled. */
@Controller
@PreAuthorize("hasAuthority('SEE_FLEET')")
class CasePages {
    private final CaseReader reader;
    private final Complaints complaints;

    CasePages(CaseReader reader, Complaints complaints) {
        this.reader = reader;
        this.complaints = complaints;
    }

    @GetMapping("/cases")
    Mono<String> all(@AuthenticationPrincipal Operator operator, Locale locale, Model model) {
        return reader.all(operator.tenant(), locale)
                .doOnNext(page -> model.addAttribute("page", page))
                .thenReturn("dashboards/cases");
    }

    @GetMapping("/cases/{id}")
    Mono<String> one(
            @AuthenticationPrincipal Operator operator,
            @PathVariable long id,
            Locale locale,
            Model model,
            ServerWebExchange exchange) {
        return page(operator, id, locale, model, exchange).show();
    }

    @PostMapping("/cases/{id}/decide")
    @PreAuthorize("hasAuthority('SETTLE_CASES')")
    Mono<String> decide(
            @AuthenticationPrincipal Operator operator,
            @PathVariable long id,
            Locale locale,
            Model model,
            ServerWebExchange exchange) {
        return page(operator, id, locale, model, exchange)
                .answer(form -> {
                    Optional<Finding> finding =
                            Arrays.stream(Finding.values())
                                    .filter(each -> each.word().equals(form.get("finding")))
                                    .findFirst();
                    return finding.map(found ->
                                    complaints.decide(
                                            operator, id, found, form.getOrDefault("why", "")))
                            .orElse(Mono.just(Refusal.DOES_NOT_FIT))
                            .map(Refusal::word);
                });
    }

    @PostMapping("/cases/{id}/second")
    @PreAuthorize("hasAuthority('SETTLE_CASES')")
    Mono<String> second(
            @AuthenticationPrincipal Operator operator,
            @PathVariable long id,
            Locale locale,
            Model model,
            ServerWebExchange exchange) {
        return page(operator, id, locale, model, exchange)
                .answer(form -> onSeen(form, seen -> complaints.second(operator, id, seen)));
    }

    @PostMapping("/cases/{id}/decline")
    @PreAuthorize("hasAuthority('SETTLE_CASES')")
    Mono<String> decline(
            @AuthenticationPrincipal Operator operator,
            @PathVariable long id,
            Locale locale,
            Model model,
            ServerWebExchange exchange) {
        return page(operator, id, locale, model, exchange)
                .answer(form -> onSeen(form, seen -> complaints.decline(operator, id, seen)));
    }

    @PostMapping("/cases/{id}/pay-out")
    @PreAuthorize("hasAuthority('SETTLE_CASES')")
    Mono<String> payOut(
            @AuthenticationPrincipal Operator operator,
            @PathVariable long id,
            Locale locale,
            Model model,
            ServerWebExchange exchange) {
        return page(operator, id, locale, model, exchange)
                .answer(form -> {
                    Optional<Payout> way =
                            Arrays.stream(Payout.values())
                                    .filter(each -> each.word().equals(form.get("way")))
                                    .findFirst();
                    String reference = form.getOrDefault("reference", "");
                    return way.map(found -> complaints.payOut(operator, id, found, reference))
                            .orElse(Mono.just(Refusal.REFERENCE_MISSING))
                            .map(Refusal::word);
                });
    }

    /** The decision that somebody had before their eyes, by its moment. */
    private static Mono<String> onSeen(
            Map<String, String> form, Function<Instant, Mono<Refusal>> work) {
        try {
            return work.apply(Instant.parse(form.getOrDefault("decided", ""))).map(Refusal::word);
        } catch (DateTimeParseException unreadable) {
            return Mono.just(Refusal.NOT_PROPOSED.word());
        }
    }

    private FormPage page(
            Operator operator, long id, Locale locale, Model model, ServerWebExchange exchange) {
        return new FormPage(
                "/cases/" + id,
                "dashboards/case",
                "dashboards/no-case",
                reader.one(operator.tenant(), id, locale),
                operator,
                model,
                exchange);
    }
}
