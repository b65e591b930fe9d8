package org.assistcounter.fleet.operators.web;

import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assistcounter.fleet.operators.ApiTokens;
import org.assistcounter.fleet.operators.ApiTokens.Outcome;
import org.assistcounter.fleet.operators.May;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.operators.passkey.Passkeys;
import org.assistcounter.fleet.operators.provider.Errands;
import org.assistcounter.fleet.operators.provider.ProviderDesk;
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

/**
 * What somebody is here, by what they come in, and the tokens of their programs. No program makes
 * or ends any of it.
 */
@Controller
@PreAuthorize("hasAuthority('" + SessionSecurityContext.IN_SESSION + "')")
class AccountPage {

    private static final String ADDRESS = "/account";
    private static final int WRONG = -1;

    private static final Set<String> REFUSED =
            Set.of(
                    "demonstration",
                    "code-wrong",
                    "code-too-many",
                    "not-fresh",
                    "only-way",
                    "no-name",
                    "passkey-wrong",
                    "passkey-over",
                    "passkey-many");

    private final ApiTokens tokens;
    private final ProviderDesk providers;
    private final Errands errands;
    private final Proof proof;
    private final Passkeys passkeys;

    AccountPage(
            ApiTokens tokens,
            ProviderDesk providers,
            Errands errands,
            Proof proof,
            Passkeys passkeys) {
        this.passkeys = passkeys;
        this.tokens = tokens;
        this.providers = providers;
        this.errands = errands;
        this.proof = proof;
    }

    @GetMapping(ADDRESS)
    Mono<String> show(
            @AuthenticationPrincipal Operator operator, ServerWebExchange exchange, Model model) {
        String word = exchange.getRequest().getQueryParams().getFirst("refused");
        if (word != null && REFUSED.contains(word)) {
            model.addAttribute("wayRefusal", "ways.refused." + word);
        }
        return draw(operator, model);
    }

    /** Where somebody learns why another way in was not made or taken away. */
    static String refused(String word) {
        return "redirect:" + ADDRESS + "?refused=" + word;
    }

    @PostMapping(ADDRESS + "/organisation/remove")
    Mono<String> release(@AuthenticationPrincipal Operator operator, ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(form -> proof.missing(operator, Entrance.field(form, "code"), exchange))
                .switchIfEmpty(
                        Mono.defer(() ->
                                errands.release(operator)
                                        .filter(isReleased -> !isReleased)
                                        .map(isNot -> "only-way")))
                .map(AccountPage::refused)
                .defaultIfEmpty("redirect:" + ADDRESS);
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
                .flatMap(all -> ways(operator, model).thenReturn(all))
                .map(all -> {
                    model.addAttribute("tokens", all);
                    model.addAttribute("zone", BusinessZone.HOME);
                    model.addAttribute("offered", ApiTokens.offered(operator));
                    return "operators/account";
                });
    }

    /** By what else than a password somebody comes in, or may. */
    private Mono<Void> ways(Operator operator, Model model) {
        return proof.needsCode(operator)
                .doOnNext(needsCode -> model.addAttribute("needsCode", needsCode))
                .then(providers.find(operator.home()))
                .doOnNext(provider -> model.addAttribute("provider", provider))
                .then(errands.accountOf(operator))
                .doOnNext(account -> model.addAttribute("bound", account))
                .thenMany(passkeys.of(operator))
                .collectList()
                .doOnNext(all -> model.addAttribute("passkeys", all))
                .then();
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
