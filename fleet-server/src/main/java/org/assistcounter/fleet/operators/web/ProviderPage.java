package org.assistcounter.fleet.operators.web;

import java.util.Map;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.operators.PasswordRule;
import org.assistcounter.fleet.operators.Tenant;
import org.assistcounter.fleet.operators.Tenants;
import org.assistcounter.fleet.operators.provider.Provider;
import org.assistcounter.fleet.operators.provider.ProviderDesk;
import org.assistcounter.fleet.operators.provider.ProviderVisits;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The page on which the platform says which provider vouches for an organisation's people. */
@Controller
@PreAuthorize("hasAuthority('IN_SESSION') and hasAuthority('KEEP_TENANTS')")
class ProviderPage {

    private static final String ADDRESS = "/tenants/{tenant}/provider";

    private final ProviderDesk desk;
    private final ProviderVisits visits;
    private final Tenants tenants;
    private final PasswordRule passwords;

    ProviderPage(
            ProviderDesk desk, ProviderVisits visits, Tenants tenants, PasswordRule passwords) {
        this.passwords = passwords;
        this.desk = desk;
        this.visits = visits;
        this.tenants = tenants;
    }

    @GetMapping(ADDRESS)
    Mono<String> show(@PathVariable String tenant, Model model) {
        return desk.find(tenant)
                .map(ProviderPage::typed)
                .defaultIfEmpty(Map.of())
                .flatMap(typed -> draw(tenant, typed, model));
    }

    @PostMapping(ADDRESS)
    Mono<String> set(
            @AuthenticationPrincipal Operator operator,
            @PathVariable String tenant,
            ServerWebExchange exchange,
            Model model) {
        return known(tenant)
                .then(exchange.getFormData())
                .flatMap(form -> {
                    Provider wanted = wanted(tenant, form);
                    return desk.set(operator, wanted, Entrance.field(form, "secret").strip())
                            .flatMap(word ->
                                    again(
                                            "provider.refused." + word,
                                            typed(wanted),
                                            exchange,
                                            model,
                                            tenant));
                })
                .defaultIfEmpty("redirect:/tenants/" + tenant + "/provider");
    }

    @PostMapping(ADDRESS + "/remove")
    Mono<String> remove(
            @AuthenticationPrincipal Operator operator,
            @PathVariable String tenant,
            ServerWebExchange exchange,
            Model model) {
        return known(tenant)
                .then(desk.remove(operator, tenant))
                .flatMap(word ->
                        again("provider.refused." + word, Map.of(), exchange, model, tenant))
                .defaultIfEmpty("redirect:/tenants/" + tenant + "/provider");
    }

    /** The organisation forbids passwords itself; the platform only allows them again. */
    @PostMapping(ADDRESS + "/allow-passwords")
    Mono<String> allow(
            @AuthenticationPrincipal Operator operator,
            @PathVariable String tenant,
            ServerWebExchange exchange,
            Model model) {
        return known(tenant)
                .then(passwords.allow(operator, tenant))
                .flatMap(word ->
                        desk.find(tenant)
                                .map(ProviderPage::typed)
                                .defaultIfEmpty(Map.of())
                                .flatMap(typed ->
                                        again(
                                                "password-rule.refused." + word,
                                                typed,
                                                exchange,
                                                model,
                                                tenant)))
                .defaultIfEmpty("redirect:/tenants/" + tenant + "/provider");
    }

    private Mono<String> again(
            String refusal,
            Map<String, String> typed,
            ServerWebExchange exchange,
            Model model,
            String tenant) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        model.addAttribute("refusal", refusal);
        return draw(tenant, typed, model);
    }

    private Mono<String> draw(String tenant, Map<String, String> typed, Model model) {
        return known(tenant)
                .flatMap(known -> {
                    model.addAttribute("tenant", known);
                    model.addAttribute("typed", typed);
                    model.addAttribute("back", visits.back(tenant));
                    return passwords.isForbidden(tenant);
                })
                .doOnNext(areForbidden -> model.addAttribute("areForbidden", areForbidden))
                .then(desk.find(tenant).hasElement())
                .map(isSet -> {
                    model.addAttribute("isSet", isSet);
                    return "operators/provider";
                });
    }

    private Mono<Tenant> known(String tenant) {
        return tenants.find(tenant)
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private static Provider wanted(String tenant, MultiValueMap<String, String> form) {
        return new Provider(
                tenant,
                Entrance.field(form, "issuer").strip(),
                Entrance.field(form, "client").strip(),
                Entrance.field(form, "acr").strip());
    }

    private static Map<String, String> typed(Provider provider) {
        return Map.of(
                "issuer", provider.issuer(),
                "client", provider.clientId(),
                "acr", provider.acr());
    }
}
