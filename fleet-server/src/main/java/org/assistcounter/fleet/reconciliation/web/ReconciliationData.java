package org.assistcounter.fleet.reconciliation.web;

import java.util.Map;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.reconciliation.DayStanding;
import org.assistcounter.fleet.reconciliation.Difference;
import org.assistcounter.fleet.reconciliation.Reconciliation;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The same for programs. */
@RestController
@PreAuthorize("hasAuthority('SEE_FLEET')")
class ReconciliationData {

    private final Reconciliation reconciliation;

    ReconciliationData(Reconciliation reconciliation) {
        this.reconciliation = reconciliation;
    }

    @GetMapping(path = "/reconciliation/differences", produces = MediaType.APPLICATION_JSON_VALUE)
    Flux<Difference> differences(@AuthenticationPrincipal Operator operator) {
        return reconciliation.open(operator.tenant());
    }

    @GetMapping(path = "/reconciliation/days", produces = MediaType.APPLICATION_JSON_VALUE)
    Flux<DayStanding> days() {
        return reconciliation.days();
    }

    @GetMapping(path = "/reconciliation/progress", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Map<String, Object>> progress() {
        return Mono.justOrEmpty(reconciliation.progress())
                .map(progress ->
                        Map.<String, Object>of(
                                "running",
                                progress.isRunning(),
                                "steps",
                                progress.steps(),
                                "done",
                                progress.done(),
                                "failed",
                                progress.failed(),
                                "left",
                                progress.left(),
                                "startedAt",
                                progress.startedAt()))
                .defaultIfEmpty(Map.of("running", false));
    }
}
