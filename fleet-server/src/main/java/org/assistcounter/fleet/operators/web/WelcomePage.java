package org.assistcounter.fleet.operators.web;

import org.assistcounter.fleet.operators.ChosenPassword;
import org.assistcounter.fleet.operators.Invitations;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.operators.PasswordRule;
import org.assistcounter.fleet.operators.provider.ProviderDesk;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The page behind an invitation's link, on which somebody chooses a password, or another way in.
 */
@Controller
class WelcomePage {

    private final Invitations invitations;
    private final ChosenPassword passwords;
    private final Entrance entrance;
    private final ProviderDesk providers;
    private final PasswordRule rule;

    WelcomePage(
            Invitations invitations,
            ChosenPassword passwords,
            Entrance entrance,
            ProviderDesk providers,
            PasswordRule rule) {
        this.rule = rule;
        this.providers = providers;
        this.invitations = invitations;
        this.passwords = passwords;
        this.entrance = entrance;
    }

    @GetMapping("/welcome/{token}")
    Mono<String> page(@PathVariable String token, ServerWebExchange exchange, Model model) {
        return invitations
                .find(token)
                .flatMap(person -> draw(token, person, model))
                .switchIfEmpty(Mono.fromSupplier(() -> none(exchange)));
    }

    @PostMapping("/welcome/{token}")
    Mono<String> choose(@PathVariable String token, ServerWebExchange exchange, Model model) {
        return invitations
                .find(token)
                .flatMap(person ->
                        exchange.getFormData()
                                .map(form -> Entrance.field(form, "password"))
                                .flatMap(password ->
                                        fault(person, password)
                                                .flatMap(why ->
                                                        refuse(token, why, person, exchange, model))
                                                .switchIfEmpty(
                                                        Mono.defer(() ->
                                                                accept(
                                                                        token, password,
                                                                        exchange)))))
                .switchIfEmpty(Mono.fromSupplier(() -> none(exchange)));
    }

    /** The end of a message's name; none where the password may be theirs. */
    private Mono<String> fault(Operator person, String password) {
        return rule.isForbidden(person.home())
                .flatMap(isForbidden ->
                        isForbidden ? Mono.just("forbidden") : passwords.fault(person, password));
    }

    private Mono<String> accept(String token, String password, ServerWebExchange exchange) {
        return invitations
                .accept(token, password)
                .flatMap(person ->
                        entrance.leave(exchange).then(entrance.halfWay(person, exchange)));
    }

    private Mono<String> refuse(
            String token, String why, Operator person, ServerWebExchange exchange, Model model) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        model.addAttribute("refusal", "welcome." + why);
        return draw(token, person, model);
    }

    private Mono<String> draw(String token, Operator person, Model model) {
        model.addAttribute("person", person);
        model.addAttribute("link", Invitations.address(token));
        return providers
                .find(person.home())
                .doOnNext(provider -> model.addAttribute("provider", provider))
                .then(rule.isForbidden(person.home()))
                .doOnNext(isForbidden -> model.addAttribute("isForbidden", isForbidden))
                .thenReturn("operators/welcome");
    }

    private static String none(ServerWebExchange exchange) {
        exchange.getResponse().setStatusCode(HttpStatus.NOT_FOUND);
        return "operators/no-welcome";
    }
}
