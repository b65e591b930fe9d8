package org.assistcounter.fleet.operators.web;

import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.operators.TenantDesk;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The page on which an auditor chooses the organisation to look at. */
@Controller
@PreAuthorize("hasAuthority('LOOK_AROUND')")
class LookAroundPage {

    private static final String ADDRESS = "/look-around";

    private final TenantDesk desk;
    private final Cookies cookies;

    LookAroundPage(TenantDesk desk, Cookies cookies) {
        this.desk = desk;
        this.cookies = cookies;
    }

    @GetMapping(ADDRESS)
    Mono<String> show(@AuthenticationPrincipal Operator operator, Model model) {
        return desk.around(operator)
                .collectList()
                .map(around -> {
                    model.addAttribute("around", around);
                    return "operators/look-around";
                });
    }

    @PostMapping(ADDRESS + "/{tenant}")
    Mono<String> look(
            @AuthenticationPrincipal Operator operator,
            @PathVariable String tenant,
            ServerWebExchange exchange) {
        return Mono.justOrEmpty(cookies.read(exchange, Cookies.Kind.SESSION))
                .filterWhen(session -> desk.look(operator, session, tenant))
                .map(session -> "redirect:/")
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }
}
