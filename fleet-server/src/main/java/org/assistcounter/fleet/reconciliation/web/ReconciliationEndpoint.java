package org.assistcounter.fleet.reconciliation.web;

import java.net.URI;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.reconciliation.DifferenceDesk;
import org.assistcounter.fleet.reconciliation.Outcome;
import org.assistcounter.fleet.reconciliation.Reconciliation;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What the forms of the pages order; each leads back to the page, which says what came of it. */
@RestController
@PreAuthorize("hasAuthority('RECONCILE')")
class ReconciliationEndpoint {
    private static final String PAGE = "/reconciliation";

    private final Reconciliation reconciliation;
    private final DifferenceDesk desk;

    ReconciliationEndpoint(Reconciliation reconciliation, DifferenceDesk desk) {
        this.reconciliation = reconciliation;
        this.desk = desk;
    }

    @PostMapping(PAGE + "/run")
    Mono<ResponseEntity<Void>> run() {
        reconciliation.run();
        return Mono.just(to(PAGE));
    }

    @PostMapping(PAGE + "/{id}/take")
    Mono<ResponseEntity<Void>> take(
            @AuthenticationPrincipal Operator operator, @PathVariable long id) {
        return desk.give(operator, id, operator.login()).map(outcome -> back(id, outcome));
    }

    @PostMapping(PAGE + "/{id}/give")
    Mono<ResponseEntity<Void>> give(
            @AuthenticationPrincipal Operator operator,
            @PathVariable long id,
            ServerWebExchange exchange) {
        return field(exchange, "owner")
                .flatMap(owner -> desk.give(operator, id, owner))
                .map(outcome -> back(id, outcome));
    }

    @PostMapping(PAGE + "/{id}/close")
    Mono<ResponseEntity<Void>> close(
            @AuthenticationPrincipal Operator operator,
            @PathVariable long id,
            ServerWebExchange exchange) {
        return field(exchange, "reason")
                .flatMap(reason -> desk.close(operator, id, reason))
                .map(outcome -> back(id, outcome));
    }

    @PostMapping(PAGE + "/{id}/look-again")
    Mono<ResponseEntity<Void>> lookAgain(
            @AuthenticationPrincipal Operator operator, @PathVariable long id) {
        return desk.lookAgain(operator, id).map(outcome -> back(id, outcome));
    }

    private static Mono<String> field(ServerWebExchange exchange, String name) {
        return exchange.getFormData()
                .map(form -> form.toSingleValueMap().getOrDefault(name, ""))
                .defaultIfEmpty("");
    }

    private static ResponseEntity<Void> back(long id, Outcome outcome) {
        return to(PAGE + "/" + id + (outcome == Outcome.DONE ? "" : "?said=" + outcome.word()));
    }

    private static ResponseEntity<Void> to(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
    }
}
