package org.assistcounter.fleet.operators.web;

import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.operators.Sessions;
import org.assistcounter.fleet.operators.SignIns;
import org.assistcounter.fleet.operators.Way;
import org.assistcounter.fleet.operators.factor.SecondFactor;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Asks somebody who is signed in to show once more who they are, before another way in is made or
 * taken away: by a code, or, where they have no app for codes, by having come in a moment ago.
 */
@Component
class Proof {

    private final SecondFactor factor;
    private final Sessions sessions;
    private final Cookies cookies;

    Proof(SecondFactor factor, Sessions sessions, Cookies cookies) {
        this.factor = factor;
        this.sessions = sessions;
        this.cookies = cookies;
    }

    /** Whether a code is asked for. */
    Mono<Boolean> needsCode(Operator person) {
        return factor.isSetUp(person);
    }

    /** The word of a refusal; nothing when it is shown. */
    Mono<String> missing(Operator person, String code, ServerWebExchange exchange) {
        if (person.isDemonstration()) {
            return Mono.just("demonstration");
        }
        return factor.isSetUp(person)
                .flatMap(isSetUp -> isSetUp ? byCode(person, code) : byTime(exchange));
    }

    private Mono<String> byCode(Operator person, String code) {
        return factor.check(new SignIns.Visitor(person, "", Way.PASSWORD), code)
                .flatMap(verdict ->
                        switch (verdict) {
                            case RIGHT -> Mono.empty();
                            case WRONG -> Mono.just("code-wrong");
                            case TOO_MANY -> Mono.just("code-too-many");
                        });
    }

    private Mono<String> byTime(ServerWebExchange exchange) {
        return Mono.justOrEmpty(cookies.read(exchange, Cookies.Kind.SESSION))
                .flatMap(sessions::isFresh)
                .defaultIfEmpty(false)
                .flatMap(isFresh -> isFresh ? Mono.empty() : Mono.just("not-fresh"));
    }
}
