package org.assistcounter.fleet.operators.web;

import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assistcounter.fleet.operators.ApiTokens;
import org.assistcounter.fleet.operators.ApiTokens.Outcome;
import org.assistcounter.fleet.operators.May;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.settings.BusinessZone;
import org.springframework.http.HttpStatus;
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

/** What somebody is here, and the tokens of their programs. No program makes or ends tokens. */
@Controller
@PreAuthorize("hasAuthority('" + SessionSecurityContext.IN_SESSION + "')")
class AccountPage {

    private static final String ADDRESS = "/account";
    private static final int WRONG = -1;

    private final ApiTokens tokens;

    AccountPage(ApiTokens tokens) {
        this.tokens = tokens;
    }

    @GetMapping(ADDRESS)
    Mono<String> show(@AuthenticationPrincipal Operator operator, Model model) {
        return draw(operator, model);
    }

    @PostMapping(ADDRESS + "/tokens")
    Mono<String> make(
            @AuthenticationPrincipal Operator operator, ServerWebExchange exchange, Model model) {
        return exchange.getFormData()
                .flatMap(form -> tokens.make(operator, Entrance.field(form, "_csrf"), wish(form)))
                .doOnNext(outcome -> tell(outcome, exchange, model))
                .then(Mono.defer(() -> draw(operator, model)));
    }

    @PostMapping(ADDRESS + "/tokens/{id}/end")
    Mono<String> end(@AuthenticationPrincipal Operator operator, @PathVariable UUID id) {
        return tokens.end(operator, id).thenReturn("redirect:" + ADDRESS);
    }

    private Mono<String> draw(Operator operator, Model model) {
        return tokens.of(operator)
                .collectList()
                .map(all -> {
                    model.addAttribute("tokens", all);
                    model.addAttribute("zone", BusinessZone.HOME);
                    model.addAttribute("offered", ApiTokens.offered(operator));
                    return "operators/account";
                });
    }

    private static void tell(Outcome outcome, ServerWebExchange exchange, Model model) {
        switch (outcome) {
            case Outcome.Made(String token) -> model.addAttribute("made", token);
            case Outcome.Refused refused -> {
                exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
                model.addAttribute("refusal", "tokens.refused." + refused.word());
            }
        }
    }

    private static ApiTokens.Wish wish(MultiValueMap<String, String> form) {
        Set<May> scopes =
                Arrays.stream(May.values())
                        .filter(permission -> form.containsKey("scope." + permission.name()))
                        .collect(Collectors.toUnmodifiableSet());
        return new ApiTokens.Wish(Entrance.field(form, "name"), scopes, days(form));
    }

    private static int days(MultiValueMap<String, String> form) {
        try {
            return Integer.parseInt(Entrance.field(form, "days").strip());
        } catch (NumberFormatException notANumber) {
            return WRONG;
        }
    }
}
