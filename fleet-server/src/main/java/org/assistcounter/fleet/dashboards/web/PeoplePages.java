package org.assistcounter.fleet.dashboards.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assistcounter.fleet.dashboards.PeopleReader;
import org.assistcounter.fleet.operators.Invitations;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.operators.PeopleDesk;
import org.assistcounter.fleet.operators.PeopleDesk.Outcome;
import org.assistcounter.fleet.operators.Role;
import org.assistcounter.fleet.settings.FleetSettings;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The page on which an administrator keeps people. */
@Controller
@PreAuthorize("hasAuthority('IN_SESSION') and hasAuthority('KEEP_PEOPLE')")
class PeoplePages {
    private static final String ADDRESS = "/people";

    private final PeopleReader reader;
    private final PeopleDesk desk;
    private final FleetSettings settings;

    PeoplePages(PeopleReader reader, PeopleDesk desk, FleetSettings settings) {
        this.reader = reader;
        this.desk = desk;
        this.settings = settings;
    }

    @GetMapping(ADDRESS)
    Mono<String> show(
            @AuthenticationPrincipal Operator operator,
            Locale locale,
            Model model,
            ServerWebExchange exchange) {
        return page(operator, locale, model, exchange).show();
    }

    @PostMapping(ADDRESS)
    Mono<String> invite(
            @AuthenticationPrincipal Operator operator,
            Locale locale,
            Model model,
            ServerWebExchange exchange) {
        var page = page(operator, locale, model, exchange);
        return linked(
                page,
                form ->
                        desk.invite(
                                operator,
                                form.getOrDefault("login", ""),
                                form.getOrDefault("name", ""),
                                roles(form)));
    }

    @PostMapping(ADDRESS + "/{id}/link")
    Mono<String> link(
            @AuthenticationPrincipal Operator operator,
            @PathVariable UUID id,
            Locale locale,
            Model model,
            ServerWebExchange exchange) {
        return linked(page(operator, locale, model, exchange), form -> desk.link(operator, id));
    }

    @PostMapping(ADDRESS + "/{id}/roles")
    Mono<String> setRoles(
            @AuthenticationPrincipal Operator operator,
            @PathVariable UUID id,
            Locale locale,
            Model model,
            ServerWebExchange exchange) {
        return page(operator, locale, model, exchange)
                .answer(form -> desk.setRoles(operator, id, roles(form)).flatMap(this::refusal));
    }

    @PostMapping(ADDRESS + "/{id}/disable")
    Mono<String> disable(
            @AuthenticationPrincipal Operator operator,
            @PathVariable UUID id,
            Locale locale,
            Model model,
            ServerWebExchange exchange) {
        return page(operator, locale, model, exchange)
                .answer(form -> desk.disable(operator, id).flatMap(this::refusal));
    }

    @PostMapping(ADDRESS + "/{id}/enable")
    Mono<String> enable(
            @AuthenticationPrincipal Operator operator,
            @PathVariable UUID id,
            Locale locale,
            Model model,
            ServerWebExchange exchange) {
        return page(operator, locale, model, exchange)
                .answer(form -> desk.enable(operator, id).flatMap(this::refusal));
    }

    /** What is done is shown with its link, which is nowhere to be seen again. */
    private Mono<String> linked(FormPage page, Function<Map<String, String>, Mono<Outcome>> work) {
        return page.answer(
                form -> work.apply(form).flatMap(outcome -> told(outcome, page.model())),
                "dashboards/invited");
    }

    private Mono<String> told(Outcome outcome, Model model) {
        if (outcome instanceof Outcome.Linked(String login, String token)) {
            model.addAttribute("login", login);
            model.addAttribute("link", settings.origin() + Invitations.address(token));
            model.addAttribute("hours", Invitations.LIFE_MAX.toHours());
        }
        return refusal(outcome);
    }

    /** The word of a refusal; empty when it is done. */
    private Mono<String> refusal(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Linked _, Outcome.Done _ -> Mono.empty();
            case Outcome.Refused refused -> Mono.just(refused.word());
        };
    }

    private static Set<Role> roles(Map<String, String> form) {
        return Arrays.stream(Role.values())
                .filter(role -> form.containsKey("role." + role.name()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private FormPage page(
            Operator operator, Locale locale, Model model, ServerWebExchange exchange) {
        return new FormPage(
                ADDRESS,
                "dashboards/people",
                "dashboards/people",
                reader.read(operator, locale),
                operator,
                model,
                exchange);
    }
}
