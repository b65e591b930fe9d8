package org.assistcounter.fleet.operators.web;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Locale;
import org.assistcounter.fleet.operators.Audit;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.operators.People;
import org.assistcounter.fleet.operators.Sessions;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The pages on which a session begins, is looked at and ends. */
@Controller
class SignInPage {

    private static final int FIELD_LENGTH_MAX = 200;
    private static final Duration WAIT_MAX = Duration.ofSeconds(30);

    private final People people;
    private final Sessions sessions;
    private final SignInDelay delay;
    private final Audit audit;

    SignInPage(People people, Sessions sessions, SignInDelay delay, Audit audit) {
        this.people = people;
        this.sessions = sessions;
        this.delay = delay;
        this.audit = audit;
    }

    @GetMapping("/sign-in")
    String page() {
        return "operators/sign-in";
    }

    @GetMapping("/account")
    String account() {
        return "operators/account";
    }

    @PostMapping("/sign-in")
    Mono<String> signIn(ServerWebExchange exchange, Model model) {
        return exchange.getFormData()
                .flatMap(form -> {
                    String login = field(form, "login").strip().toLowerCase(Locale.ROOT);
                    var attempt = new Attempt(login, field(form, "password"));
                    return patiently(attempt, exchange, model);
                });
    }

    @PostMapping("/sign-out")
    Mono<String> signOut(ServerWebExchange exchange, @AuthenticationPrincipal Operator operator) {
        String token = SessionCookie.read(exchange);
        SessionCookie.clear(exchange);
        Mono<Void> ended = token == null ? Mono.empty() : sessions.end(token);
        return ended.then(audit.record(operator, "sign-out", operator.login(), ""))
                .thenReturn("redirect:/sign-in");
    }

    private Mono<String> patiently(Attempt attempt, ServerWebExchange exchange, Model model) {
        Duration wait = delay.takeTurn(attempt.login(), address(exchange));
        if (wait.compareTo(WAIT_MAX) > 0) {
            return again(exchange, model, "sign-in.too-many", HttpStatus.TOO_MANY_REQUESTS);
        }
        Mono<Operator> person =
                Mono.delay(wait).then(people.recognise(attempt.login(), attempt.password()));
        return person.flatMap(operator -> begin(operator, exchange))
                .switchIfEmpty(Mono.defer(() -> fail(attempt, exchange, model)));
    }

    /** A new token at every sign-in; the one that was there before ends. */
    private Mono<String> begin(Operator operator, ServerWebExchange exchange) {
        String old = SessionCookie.read(exchange);
        delay.succeeded(operator.login(), address(exchange));
        return (old == null ? Mono.<Void>empty() : sessions.end(old))
                .then(audit.record(operator, "sign-in", operator.login(), address(exchange)))
                .then(sessions.begin(operator))
                .doOnNext(token -> SessionCookie.write(exchange, token))
                .thenReturn("redirect:/");
    }

    private Mono<String> fail(Attempt attempt, ServerWebExchange exchange, Model model) {
        delay.failed(attempt.login(), address(exchange));
        return again(exchange, model, "sign-in.wrong", HttpStatus.UNAUTHORIZED);
    }

    private static Mono<String> again(
            ServerWebExchange exchange, Model model, String words, HttpStatus status) {
        exchange.getResponse().setStatusCode(status);
        model.addAttribute("refusal", words);
        return Mono.just("operators/sign-in");
    }

    /** Empty when it is too long or holds what no database keeps in a text. */
    private static String field(MultiValueMap<String, String> form, String name) {
        String value = form.getFirst(name);
        if (value == null || value.length() > FIELD_LENGTH_MAX) {
            return "";
        }
        return value.indexOf('\0') < 0 ? value : "";
    }

    private static String address(ServerWebExchange exchange) {
        InetSocketAddress from = exchange.getRequest().getRemoteAddress();
        return from == null ? "" : from.getAddress().getHostAddress();
    }

    private record Attempt(String login, String password) {}
}
