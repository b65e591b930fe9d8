package org.assistcounter.fleet.operators.web;

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
 * Gives every page what its frame needs: `csrf` for forms, `operator` for the name and the
 * demonstration's banner (fragment `layout/frame`).
 */
@ControllerAdvice(annotations = Controller.class)
class PageWords {

    @ModelAttribute("csrf")
    Mono<CsrfToken> csrf(ServerWebExchange exchange) {
        Mono<CsrfToken> token = exchange.getAttribute(CsrfToken.class.getName());
        return token == null ? Mono.empty() : token;
    }

    @ModelAttribute("operator")
    Mono<Operator> operator(@AuthenticationPrincipal @Nullable Operator operator) {
        return Mono.justOrEmpty(operator);
    }
}
