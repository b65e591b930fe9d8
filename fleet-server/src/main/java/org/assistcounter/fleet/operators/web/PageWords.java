package org.assistcounter.fleet.operators.web;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assistcounter.fleet.operators.May;
import org.assistcounter.fleet.operators.Operator;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Gives every page what its frame needs: `csrf` for forms, `may` for what is offered, `operator`
 * for the name and the demonstration's banner (fragment `layout/frame`).
 */
@ControllerAdvice(annotations = Controller.class)
class PageWords {

    @ModelAttribute("csrf")
    Mono<CsrfToken> csrf(ServerWebExchange exchange) {
        Mono<CsrfToken> token = exchange.getAttribute(CsrfToken.class.getName());
        return token == null ? Mono.empty() : token;
    }

    /** What the reader may do, by name: pages offer nothing that would be refused. */
    @ModelAttribute("may")
    Set<String> may(@AuthenticationPrincipal @Nullable Operator operator) {
        return Stream.of(May.values())
                .filter(permission -> operator != null && operator.may(permission))
                .map(May::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    @ModelAttribute("operator")
    Mono<Operator> operator(@AuthenticationPrincipal @Nullable Operator operator) {
        return Mono.justOrEmpty(operator);
    }
}
