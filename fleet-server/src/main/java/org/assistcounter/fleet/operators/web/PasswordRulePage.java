package org.assistcounter.fleet.operators.web;

import java.util.Objects;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.operators.PasswordRule;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The page on which an organisation says whether its people may use passwords. */
@Controller
@PreAuthorize("hasAuthority('IN_SESSION') and hasAuthority('KEEP_PEOPLE')")
class PasswordRulePage {

    private static final String ADDRESS = "/people/sign-in";

    private final PasswordRule passwords;
    private final Cookies cookies;

    PasswordRulePage(PasswordRule passwords, Cookies cookies) {
        this.passwords = passwords;
        this.cookies = cookies;
    }

    @GetMapping(ADDRESS)
    Mono<String> show(
            @AuthenticationPrincipal Operator operator, ServerWebExchange exchange, Model model) {
        return passwords
                .of(operator, session(exchange))
                .doOnNext(rule -> model.addAttribute("rule", rule))
                .thenReturn("operators/password-rule");
    }

    @PostMapping(ADDRESS + "/forbid-passwords")
    Mono<String> forbid(
            @AuthenticationPrincipal Operator operator, ServerWebExchange exchange, Model model) {
        return done(operator, passwords.forbid(operator, session(exchange)), exchange, model);
    }

    @PostMapping(ADDRESS + "/allow-passwords")
    Mono<String> allow(
            @AuthenticationPrincipal Operator operator, ServerWebExchange exchange, Model model) {
        return done(operator, passwords.allow(operator, operator.home()), exchange, model);
    }

    private Mono<String> done(
            Operator operator, Mono<String> refusal, ServerWebExchange exchange, Model model) {
        return refusal.flatMap(
                        word -> {
                            exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
                            model.addAttribute("refusal", "password-rule.refused." + word);
                            return show(operator, exchange, model);
                        })
                .defaultIfEmpty("redirect:" + ADDRESS);
    }

    private String session(ServerWebExchange exchange) {
        return Objects.requireNonNullElse(cookies.read(exchange, Cookies.Kind.SESSION), "");
    }
}
