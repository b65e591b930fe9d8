package org.assistcounter.fleet.operators.web;

import org.assistcounter.fleet.operators.ChosenPassword;
import org.assistcounter.fleet.operators.Invitations;
import org.assistcounter.fleet.operators.Operator;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The page behind an invitation's link, on which somebody chooses a password. */
@Controller
class WelcomePage {

    private final Invitations invitations;
    private final ChosenPassword passwords;
    private final Entrance entrance;

    WelcomePage(Invitations invitations, ChosenPassword passwords, Entrance entrance) {
        this.invitations = invitations;
        this.passwords = passwords;
        this.entrance = entrance;
    }

    @GetMapping("/welcome/{token}")
    Mono<String> page(@PathVariable String token, ServerWebExchange exchange, Model model) {
        return invitations
                .find(token)
                .map(person -> draw(person, model))
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
                                        passwords
                                                .fault(person, password)
                                                .map(why -> refuse(why, person, exchange, model))
                                                .switchIfEmpty(
                                                        Mono.defer(() ->
                                                                accept(
                                                                        token, password,
                                                                        exchange)))))
                .switchIfEmpty(Mono.fromSupplier(() -> none(exchange)));
    }

    private Mono<String> accept(String token, String password, ServerWebExchange exchange) {
        return invitations
                .accept(token, password)
                .flatMap(person ->
                        entrance.leave(exchange).then(entrance.halfWay(person, exchange)));
    }

    private static String refuse(
            String why, Operator person, ServerWebExchange exchange, Model model) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        model.addAttribute("refusal", "welcome." + why);
        return draw(person, model);
    }

    private static String draw(Operator person, Model model) {
        model.addAttribute("person", person);
        return "operators/welcome";
    }

    private static String none(ServerWebExchange exchange) {
        exchange.getResponse().setStatusCode(HttpStatus.NOT_FOUND);
        return "operators/no-welcome";
    }
}
