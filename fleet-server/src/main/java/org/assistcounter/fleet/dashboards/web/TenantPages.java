package org.assistcounter.fleet.dashboards.web;

import java.util.Arrays;
import java.util.Map;
import org.assistcounter.fleet.operators.Invitations;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.operators.Tenant;
import org.assistcounter.fleet.operators.TenantDesk;
import org.assistcounter.fleet.operators.TenantDesk.Outcome;
import org.assistcounter.fleet.operators.TenantKind;
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

/** The page on which the platform keeps organisations. */
@Controller
@PreAuthorize("hasAuthority('IN_SESSION') and hasAuthority('KEEP_TENANTS')")
class TenantPages {
    private static final String ADDRESS = "/tenants";

    private final TenantDesk desk;
    private final FleetSettings settings;

    TenantPages(TenantDesk desk, FleetSettings settings) {
        this.desk = desk;
        this.settings = settings;
    }

    @GetMapping(ADDRESS)
    Mono<String> show(
            @AuthenticationPrincipal Operator operator, Model model, ServerWebExchange exchange) {
        return page(operator, model, exchange).show();
    }

    @PostMapping(ADDRESS)
    Mono<String> add(
            @AuthenticationPrincipal Operator operator, Model model, ServerWebExchange exchange) {
        return page(operator, model, exchange)
                .answer(
                        form ->
                                desk.add(operator, tenant(form), first(form))
                                        .flatMap(o -> told(o, model)),
                        "dashboards/invited");
    }

    @PostMapping(ADDRESS + "/{id}/close")
    Mono<String> close(
            @AuthenticationPrincipal Operator operator,
            @PathVariable String id,
            Model model,
            ServerWebExchange exchange) {
        return page(operator, model, exchange)
                .answer(form -> desk.close(operator, id).flatMap(o -> told(o, model)));
    }

    @PostMapping(ADDRESS + "/{id}/reopen")
    Mono<String> reopen(
            @AuthenticationPrincipal Operator operator,
            @PathVariable String id,
            Model model,
            ServerWebExchange exchange) {
        return page(operator, model, exchange)
                .answer(form -> desk.reopen(operator, id).flatMap(o -> told(o, model)));
    }

    /** The word of a refusal; empty when it is done. */
    private Mono<String> told(Outcome outcome, Model model) {
        return switch (outcome) {
            case Outcome.Added(String login, String token) -> {
                model.addAttribute("login", login);
                model.addAttribute("link", settings.origin() + Invitations.address(token));
                model.addAttribute("hours", Invitations.LIFE_MAX.toHours());
                model.addAttribute("back", ADDRESS);
                yield Mono.empty();
            }
            case Outcome.Done _ -> Mono.empty();
            case Outcome.Refused(String word) -> Mono.just(word);
        };
    }

    private static Tenant tenant(Map<String, String> form) {
        String kind = form.getOrDefault("kind", "");
        return new Tenant(
                form.getOrDefault("id", "").strip(),
                Arrays.stream(TenantKind.values())
                        .filter(each -> each.word().equals(kind))
                        .findFirst()
                        .orElse(TenantKind.OPERATOR),
                new Tenant.Names(
                        form.getOrDefault("zh", "").strip(), form.getOrDefault("en", "").strip()),
                form.getOrDefault("division", "").strip(),
                false,
                0);
    }

    private static TenantDesk.First first(Map<String, String> form) {
        return new TenantDesk.First(form.getOrDefault("login", ""), form.getOrDefault("name", ""));
    }

    private FormPage page(Operator operator, Model model, ServerWebExchange exchange) {
        model.addAttribute("kinds", TenantKind.values());
        return new FormPage(
                ADDRESS,
                "dashboards/tenants",
                "dashboards/tenants",
                desk.all().collectList(),
                operator,
                model,
                exchange);
    }
}
