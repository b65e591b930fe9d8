package org.assistcounter.fleet.dashboards.web;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.assistcounter.fleet.operators.May;
import org.assistcounter.fleet.operators.Operator;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * A page on which somebody decides, as one request sees it. What is done leads back to the page;
 * what is refused says why on it, with what was typed.
 *
 * @param missing the template that says that there is no such thing
 * @param page read anew each time it is drawn; empty when there is no such thing
 */
record FormPage(
        String address,
        String template,
        String missing,
        Mono<?> page,
        Operator operator,
        Model model,
        ServerWebExchange exchange) {

    /** The page as somebody comes to it. */
    Mono<String> show() {
        return draw(Map.of());
    }

    /**
     * Answers a form.
     *
     * @param work what is done with what was typed; the word of a refusal, empty when it is done
     */
    Mono<String> answer(Function<Map<String, String>, Mono<String>> work) {
        return answer(work, "redirect:" + address);
    }

    /**
     * The same with another end.
     *
     * @param done what is shown then
     */
    Mono<String> answer(Function<Map<String, String>, Mono<String>> work, String done) {
        return answerTo(work, form -> done);
    }

    /**
     * The same with an end that depends on what was typed, as the page of what was added.
     *
     * @param done what is shown then
     */
    Mono<String> answerTo(
            Function<Map<String, String>, Mono<String>> work,
            Function<Map<String, String>, String> done) {
        return exchange.getFormData()
                .flatMap(form -> {
                    Map<String, String> typed = typed(form);
                    return work.apply(typed)
                            .flatMap(refusal -> refuse(refusal, typed))
                            .switchIfEmpty(Mono.fromSupplier(() -> done.apply(typed)));
                });
    }

    /** A word that no other drawing of its page has: the mask of the proof is drawn each time. */
    static String once(Map<String, String> form) {
        return form.getOrDefault("_csrf", "");
    }

    /** A field without a value is empty, and no database keeps a zero in a text. */
    private static Map<String, String> typed(MultiValueMap<String, String> form) {
        Map<String, String> typed = new HashMap<>();
        form.toSingleValueMap()
                .forEach((field, value) ->
                        typed.put(field, value == null ? "" : value.replace("\0", "")));
        return typed;
    }

    private Mono<String> refuse(String refusal, Map<String, String> typed) {
        model.addAttribute("refusal", refusal);
        model.addAttribute("wrong", Filled.wrong(refusal));
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        return draw(typed);
    }

    private Mono<String> draw(Map<String, String> typed) {
        model.addAttribute("typed", typed);
        model.addAttribute("address", address);
        model.addAttribute("maySettle", operator.may(May.SETTLE_CASES));
        return page.map(
                        read -> {
                            model.addAttribute("page", read);
                            return template;
                        })
                .switchIfEmpty(
                        Mono.fromSupplier(() -> {
                            exchange.getResponse().setStatusCode(HttpStatus.NOT_FOUND);
                            return missing;
                        }));
    }
}
