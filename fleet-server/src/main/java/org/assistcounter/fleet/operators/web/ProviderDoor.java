package org.assistcounter.fleet.operators.web;

import org.assistcounter.fleet.operators.Invitations;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.operators.Way;
import org.assistcounter.fleet.operators.provider.Arrival;
import org.assistcounter.fleet.operators.provider.Errand;
import org.assistcounter.fleet.operators.provider.ProviderVisits;
import org.assistcounter.fleet.operators.provider.ProviderVisits.Answer;
import org.assistcounter.fleet.operators.provider.ProviderVisits.Start;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The way to an organisation's provider and back. There and back goes over a page of ours that
 * leads on by itself: a form may lead to no other site, and what a browser is led to from another
 * site gets none of our cookies.
 */
@Controller
class ProviderDoor {

    private static final int LENGTH_MAX = 4_000;

    private final ProviderVisits visits;
    private final Entrance entrance;
    private final Invitations invitations;
    private final Proof proof;
    private final Cookies cookies;

    ProviderDoor(
            ProviderVisits visits,
            Entrance entrance,
            Invitations invitations,
            Proof proof,
            Cookies cookies) {
        this.visits = visits;
        this.entrance = entrance;
        this.invitations = invitations;
        this.proof = proof;
        this.cookies = cookies;
    }

    @PostMapping("/sign-in/organisation")
    Mono<String> signIn(ServerWebExchange exchange, Model model) {
        return exchange.getFormData()
                .map(form -> Entrance.field(form, "organisation").strip())
                .flatMap(tenant -> go(tenant, new Errand.SignIn(), exchange, model));
    }

    @PostMapping("/welcome/{token}/organisation")
    Mono<String> accept(@PathVariable String token, ServerWebExchange exchange, Model model) {
        return invitations
                .find(token)
                .flatMap(person ->
                        go(
                                person.home(),
                                new Errand.Accept(Invitations.hash(token)),
                                exchange,
                                model))
                .defaultIfEmpty("redirect:" + Invitations.address(token));
    }

    @PostMapping("/account/organisation")
    @PreAuthorize("hasAuthority('" + SessionSecurityContext.IN_SESSION + "')")
    Mono<String> bind(
            @AuthenticationPrincipal Operator operator, ServerWebExchange exchange, Model model) {
        return exchange.getFormData()
                .flatMap(form -> proof.missing(operator, Entrance.field(form, "code"), exchange))
                .map(AccountPage::refused)
                .switchIfEmpty(
                        Mono.defer(() -> go(operator.home(), bind(operator), exchange, model)));
    }

    /** The provider sends the browser here, once. */
    @GetMapping("/sign-in/organisation/{tenant}/back")
    Mono<String> back(@PathVariable String tenant, ServerWebExchange exchange, Model model) {
        String cookie = cookies.read(exchange, Cookies.Kind.VISIT);
        if (cookie == null) {
            return Mono.just(refused("over"));
        }
        cookies.clear(exchange, Cookies.Kind.VISIT);
        return visits.end(tenant, cookie, answer(exchange.getRequest().getQueryParams()))
                .flatMap(arrival ->
                        switch (arrival) {
                            case Arrival.Recognised recognised ->
                                    enter(recognised, exchange)
                                            .map(next -> onwards(next, "", model));
                            case Arrival.Bound _ ->
                                    Mono.just(onwards("/account#organisation", "", model));
                            case Arrival.Refused(String word) -> Mono.just(refused(word));
                        });
    }

    private Mono<String> enter(Arrival.Recognised arrival, ServerWebExchange exchange) {
        return arrival.isByTwoFactors()
                ? entrance.straightIn(arrival.person(), Way.ORGANISATION, exchange)
                : entrance.halfWay(arrival.person(), Way.ORGANISATION, exchange);
    }

    private Mono<String> go(String tenant, Errand errand, ServerWebExchange exchange, Model model) {
        return visits.begin(tenant, errand)
                .map(start ->
                        switch (start) {
                            case Start.Sent(String token, String address, String host) -> {
                                cookies.write(
                                        exchange,
                                        Cookies.Kind.VISIT,
                                        token,
                                        ProviderVisits.LIFE_MAX);
                                yield onwards(address, host, model);
                            }
                            case Start.Refused(String word) -> refused(word);
                        });
    }

    /** A page that leads on by itself. */
    private static String onwards(String address, String host, Model model) {
        model.addAttribute("address", address);
        model.addAttribute("host", host);
        return "operators/onwards";
    }

    private static Errand bind(Operator operator) {
        return new Errand.Bind(operator.id(), 0);
    }

    private static String refused(String word) {
        return "redirect:" + Entrance.PASSWORD_PAGE + "?why=provider-" + word;
    }

    private static Answer answer(MultiValueMap<String, String> query) {
        return new Answer(
                one(query, "state"), one(query, "code"), one(query, "error"), one(query, "iss"));
    }

    /** Empty where it is said twice, or is too long. */
    private static String one(MultiValueMap<String, String> query, String name) {
        var all = query.get(name);
        @Nullable String value = all == null || all.size() != 1 ? null : all.getFirst();
        return value == null || value.length() > LENGTH_MAX ? "" : value;
    }
}
