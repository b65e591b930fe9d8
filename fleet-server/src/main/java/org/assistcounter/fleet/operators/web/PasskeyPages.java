package org.assistcounter.fleet.operators.web;

import java.util.Map;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.operators.Way;
import org.assistcounter.fleet.operators.passkey.Passkeys;
import org.assistcounter.fleet.operators.passkey.Passkeys.Arrival;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Where the script of passkeys asks what to ask the browser, and the forms by which it answers.
 * What is refused leads back to the page that says why.
 */
@Controller
class PasskeyPages {

    private static final int ANSWER_LENGTH_MAX = 20_000;
    private static final String ACCOUNT = "/account";

    private final Passkeys passkeys;
    private final Entrance entrance;
    private final Proof proof;
    private final Cookies cookies;

    PasskeyPages(Passkeys passkeys, Entrance entrance, Proof proof, Cookies cookies) {
        this.passkeys = passkeys;
        this.entrance = entrance;
        this.proof = proof;
        this.cookies = cookies;
    }

    @PostMapping("/sign-in/passkey/question")
    Mono<ResponseEntity<Object>> askToShow(ServerWebExchange exchange) {
        return passkeys.askToShow().map(asked -> question(asked, exchange));
    }

    @PostMapping("/sign-in/passkey")
    Mono<String> show(ServerWebExchange exchange) {
        String token = taken(exchange);
        return exchange.getFormData()
                .flatMap(form -> passkeys.show(token, answer(form)))
                .flatMap(arrival ->
                        switch (arrival) {
                            case Arrival.Recognised(var person) ->
                                    entrance.straightIn(person, Way.PASSKEY, exchange);
                            case Arrival.Refused(String word) ->
                                    Mono.just(Entrance.PASSWORD_PAGE + "?why=passkey-" + word);
                        })
                .map(page -> "redirect:" + page);
    }

    @PostMapping(ACCOUNT + "/passkeys/question")
    @PreAuthorize("hasAuthority('" + SessionSecurityContext.IN_SESSION + "')")
    Mono<ResponseEntity<Object>> askToMake(
            @AuthenticationPrincipal Operator operator, ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(form -> proof.missing(operator, Entrance.field(form, "code"), exchange))
                .map(PasskeyPages::refused)
                .switchIfEmpty(
                        Mono.defer(() ->
                                passkeys.askToMake(operator)
                                        .map(asked -> question(asked, exchange))));
    }

    @PostMapping(ACCOUNT + "/passkeys")
    @PreAuthorize("hasAuthority('" + SessionSecurityContext.IN_SESSION + "')")
    Mono<String> make(@AuthenticationPrincipal Operator operator, ServerWebExchange exchange) {
        String token = taken(exchange);
        return exchange.getFormData()
                .flatMap(form ->
                        passkeys.make(operator, token, Entrance.field(form, "name"), answer(form)))
                .map(AccountPage::refused)
                .defaultIfEmpty("redirect:" + ACCOUNT);
    }

    @PostMapping(ACCOUNT + "/passkeys/{id}/remove")
    @PreAuthorize("hasAuthority('" + SessionSecurityContext.IN_SESSION + "')")
    Mono<String> remove(
            @AuthenticationPrincipal Operator operator,
            @PathVariable String id,
            ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(form -> proof.missing(operator, Entrance.field(form, "code"), exchange))
                .switchIfEmpty(
                        Mono.defer(() ->
                                passkeys.remove(operator, id)
                                        .filter(isRemoved -> !isRemoved)
                                        .map(isNot -> "only-way")))
                .map(AccountPage::refused)
                .defaultIfEmpty("redirect:" + ACCOUNT);
    }

    private ResponseEntity<Object> question(Passkeys.Asked asked, ServerWebExchange exchange) {
        cookies.write(exchange, Cookies.Kind.PASSKEY, asked.token(), Passkeys.LIFE_MAX);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(asked.question());
    }

    private static ResponseEntity<Object> refused(String word) {
        return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("refused", word));
    }

    /** What the browser was asked with, which it has no more then. */
    private String taken(ServerWebExchange exchange) {
        String token = cookies.read(exchange, Cookies.Kind.PASSKEY);
        cookies.clear(exchange, Cookies.Kind.PASSKEY);
        return token == null ? "" : token;
    }

    private static String answer(MultiValueMap<String, String> form) {
        String value = form.getFirst("credential");
        return value == null || value.length() > ANSWER_LENGTH_MAX ? "" : value;
    }
}
