package org.assistcounter.fleet.operators.web;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import org.assistcounter.fleet.operators.Audit;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.operators.PasswordRule;
import org.assistcounter.fleet.operators.People;
import org.assistcounter.fleet.operators.Unseen;
import org.assistcounter.fleet.operators.Way;
import org.assistcounter.fleet.operators.passkey.Passkeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The page on which a sign-in begins, and how a session ends. */
@Controller
class SignInPage {

    private static final Logger LOG = LoggerFactory.getLogger(SignInPage.class);
    private static final Set<String> WHY =
            Set.of(
                    "out-here",
                    "provider-none",
                    "provider-down",
                    "provider-over",
                    "provider-denied",
                    "provider-wrong",
                    "provider-changed",
                    "provider-unknown",
                    "provider-taken",
                    "provider-link-used",
                    "passkey-wrong",
                    "passkey-over",
                    "passkey-unknown",
                    "passkey-twice");
    private static final Duration WAIT_MAX = Duration.ofSeconds(30);

    private final People people;
    private final Entrance entrance;
    private final SignInDelay delay;
    private final Audit audit;
    private final PasswordRule passwords;
    private final Passkeys passkeys;

    SignInPage(
            People people,
            Entrance entrance,
            SignInDelay delay,
            Audit audit,
            PasswordRule passwords,
            Passkeys passkeys) {
        this.passwords = passwords;
        this.passkeys = passkeys;
        this.people = people;
        this.entrance = entrance;
        this.delay = delay;
        this.audit = audit;
    }

    /** Says why somebody was sent here, where it was not by themselves. */
    @GetMapping(Entrance.PASSWORD_PAGE)
    String page(ServerWebExchange exchange, Model model) {
        String why = exchange.getRequest().getQueryParams().getFirst("why");
        if (why != null && WHY.contains(why)) {
            model.addAttribute(why.startsWith("out") ? "notice" : "refusal", "sign-in." + why);
        }
        return "operators/sign-in";
    }

    @PostMapping(Entrance.PASSWORD_PAGE)
    Mono<String> signIn(ServerWebExchange exchange, Model model) {
        return exchange.getFormData()
                .flatMap(form -> {
                    String login = Entrance.field(form, "login").strip().toLowerCase(Locale.ROOT);
                    var attempt = new Attempt(login, Entrance.field(form, "password"));
                    return patiently(attempt, exchange, model);
                });
    }

    @PostMapping("/sign-out")
    Mono<String> signOut(ServerWebExchange exchange, @AuthenticationPrincipal Operator operator) {
        return entrance.leave(exchange)
                .map(way -> way == Way.ORGANISATION ? "?why=out-here" : "")
                .defaultIfEmpty("")
                .flatMap(why ->
                        audit.record(operator.atHome(), "sign-out", operator.login(), "")
                                .thenReturn("redirect:" + Entrance.PASSWORD_PAGE + why));
    }

    private Mono<String> patiently(Attempt attempt, ServerWebExchange exchange, Model model) {
        String address = Entrance.address(exchange);
        Duration wait = delay.takeTurn(attempt.login(), address, WAIT_MAX);
        if (wait.compareTo(WAIT_MAX) > 0) {
            return again(exchange, model, "sign-in.too-many", HttpStatus.TOO_MANY_REQUESTS);
        }
        return Mono.delay(wait)
                .then(people.recognise(attempt.login(), attempt.password()))
                .doOnNext(person -> delay.succeeded(attempt.login(), address))
                .flatMap(person -> onwards(person, exchange, model))
                .switchIfEmpty(Mono.defer(() -> fail(attempt, exchange, model)))
                .onErrorResume(
                        RejectedExecutionException.class,
                        crowd ->
                                again(
                                        exchange,
                                        model,
                                        "sign-in.too-many",
                                        HttpStatus.TOO_MANY_REQUESTS));
    }

    /** Who has shown a right password learns why it is not enough; nobody else does. */
    private Mono<String> onwards(
            People.Recognised person, ServerWebExchange exchange, Model model) {
        return passwords
                .isForbidden(person.operator().home())
                .flatMap(isForbidden ->
                        isForbidden
                                ? showOtherWays(person.operator(), exchange, model)
                                : entrance.halfWay(person, exchange));
    }

    private Mono<String> showOtherWays(Operator person, ServerWebExchange exchange, Model model) {
        exchange.getResponse().setStatusCode(HttpStatus.FORBIDDEN);
        model.addAttribute("person", person);
        return audit.record(person, "password-refused", person.login(), Entrance.address(exchange))
                .thenMany(passkeys.of(person))
                .any(passkey -> !passkey.isDoubted())
                .map(hasPasskey -> {
                    model.addAttribute("hasPasskey", hasPasskey);
                    return "operators/no-passwords";
                });
    }

    private Mono<String> fail(Attempt attempt, ServerWebExchange exchange, Model model) {
        delay.failed(attempt.login(), Entrance.address(exchange));
        LOG.info(
                "A sign-in as `{}` from {} was refused.",
                Unseen.blanked(attempt.login()),
                Entrance.address(exchange));
        return again(exchange, model, "sign-in.wrong", HttpStatus.UNAUTHORIZED);
    }

    private static Mono<String> again(
            ServerWebExchange exchange, Model model, String words, HttpStatus status) {
        exchange.getResponse().setStatusCode(status);
        model.addAttribute("refusal", words);
        return Mono.just("operators/sign-in");
    }

    private record Attempt(String login, String password) {}
}
