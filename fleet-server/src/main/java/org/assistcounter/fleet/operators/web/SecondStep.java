package org.assistcounter.fleet.operators.web;

import org.assistcounter.fleet.operators.Audit;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.operators.QrPicture;
import org.assistcounter.fleet.operators.SignIns;
import org.assistcounter.fleet.operators.factor.SecondFactor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The pages on which somebody whose password was right shows a code, or sets up the app that makes
 * them. The secret is shown until the first right code and never again.
 */
@Controller
class SecondStep {

    private static final String BACK = "redirect:" + Entrance.PASSWORD_PAGE;

    private final Entrance entrance;
    private final SecondFactor factor;
    private final Audit audit;

    SecondStep(Entrance entrance, SecondFactor factor, Audit audit) {
        this.entrance = entrance;
        this.factor = factor;
        this.audit = audit;
    }

    @GetMapping(Entrance.CODE_PAGE)
    Mono<String> ask(ServerWebExchange exchange) {
        return entrance.visitor(exchange)
                .flatMap(visitor -> factor.isSetUp(visitor.operator()))
                .map(isSetUp -> isSetUp ? "operators/code" : "redirect:" + Entrance.SETUP_PAGE)
                .defaultIfEmpty(BACK);
    }

    @PostMapping(Entrance.CODE_PAGE)
    Mono<String> answer(ServerWebExchange exchange, Model model) {
        return entrance.visitor(exchange)
                .flatMap(visitor ->
                        judge(visitor, exchange, model).switchIfEmpty(Mono.just("operators/code")))
                .defaultIfEmpty(BACK);
    }

    @GetMapping(Entrance.SETUP_PAGE)
    Mono<String> setUp(ServerWebExchange exchange, Model model) {
        return entrance.visitor(exchange)
                .flatMap(visitor -> drawSetUp(visitor, model))
                .defaultIfEmpty(BACK);
    }

    @PostMapping(Entrance.SETUP_PAGE)
    Mono<String> confirm(ServerWebExchange exchange, Model model) {
        return entrance.visitor(exchange)
                .flatMap(visitor ->
                        judge(visitor, exchange, model)
                                .switchIfEmpty(Mono.defer(() -> drawSetUp(visitor, model))))
                .defaultIfEmpty(BACK);
    }

    private Mono<String> drawSetUp(SignIns.Visitor visitor, Model model) {
        return factor.setup(visitor)
                .map(setup -> {
                    model.addAttribute("setup", setup);
                    model.addAttribute("picture", QrPicture.of(setup.uri()));
                    return "operators/second-factor";
                })
                .defaultIfEmpty("redirect:" + Entrance.CODE_PAGE);
    }

    /** Empty where the page has to be shown again, with a refusal. */
    private Mono<String> judge(SignIns.Visitor visitor, ServerWebExchange exchange, Model model) {
        Operator person = visitor.operator();
        return exchange.getFormData()
                .flatMap(form -> factor.check(visitor, Entrance.field(form, "code")))
                .flatMap(verdict ->
                        switch (verdict) {
                            case RIGHT -> entrance.inside(visitor, exchange);
                            case WRONG -> {
                                refuse(exchange, model, "code.wrong", HttpStatus.UNAUTHORIZED);
                                yield audit.record(person, "code-refused", person.login(), "")
                                        .then(Mono.empty());
                            }
                            case TOO_MANY -> {
                                refuse(
                                        exchange,
                                        model,
                                        "code.too-many",
                                        HttpStatus.TOO_MANY_REQUESTS);
                                yield Mono.empty();
                            }
                        });
    }

    private static void refuse(
            ServerWebExchange exchange, Model model, String words, HttpStatus status) {
        exchange.getResponse().setStatusCode(status);
        model.addAttribute("refusal", words);
    }
}
