package org.assistcounter.fleet.directives.web;

import java.util.Map;
import org.assistcounter.fleet.directives.Change;
import org.assistcounter.fleet.directives.Directives;
import org.assistcounter.fleet.directives.Outcome;
import org.assistcounter.fleet.directives.Progress;
import org.assistcounter.fleet.directives.Proposals;
import org.assistcounter.fleet.operators.Operator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * `POST /directives/changes` changes a product at counters; `GET /directives/progress` says how far
 * that has come.
 */
@RestController
@PreAuthorize("hasAuthority('SEE_FLEET')")
class DirectiveEndpoint {
    private final Directives directives;
    private final Proposals proposals;

    DirectiveEndpoint(Directives directives, Proposals proposals) {
        this.proposals = proposals;
        this.directives = directives;
    }

    /**
     * What is wanted.
     *
     * @param priceMinor left out, the price stays; 0 is that of each counter's release
     * @param site only there
     * @param counter only at the one of this label
     */
    record Wanted(
            String product,
            @Nullable Long priceMinor,
            @Nullable Boolean offered,
            @Nullable String site,
            @Nullable String counter) {

        Change.Wish wish() {
            return new Change.Wish(product, priceMinor, offered);
        }

        Change.Place place() {
            return Change.Place.of(site, counter);
        }
    }

    /** Sent again with the same key it does nothing more. */
    @PostMapping("/directives/changes")
    @PreAuthorize("hasAuthority('DIRECT_COUNTERS')")
    Mono<ResponseEntity<Map<String, Object>>> change(
            @AuthenticationPrincipal Operator operator,
            @RequestHeader(name = "Idempotency-Key", defaultValue = "") String key,
            @RequestBody Wanted wanted) {
        return proposals
                .change(operator, key, wanted.wish(), wanted.place())
                .map(outcome ->
                        switch (outcome) {
                            case Outcome.Done(int counters) ->
                                    answer(HttpStatus.CREATED, Map.of("counters", counters));
                            case Outcome.Proposed(long id, int counters) ->
                                    answer(
                                            HttpStatus.ACCEPTED,
                                            Map.of("proposal", id, "counters", counters));
                            case Outcome.Refused refused ->
                                    answer(
                                            HttpStatus.UNPROCESSABLE_CONTENT,
                                            Map.of("refused", refused.word()));
                        });
    }

    private static ResponseEntity<Map<String, Object>> answer(
            HttpStatus status, Map<String, Object> body) {
        return ResponseEntity.status(status).body(body);
    }

    @GetMapping("/directives/progress")
    Mono<Progress> progress(@AuthenticationPrincipal Operator operator) {
        return directives.progress(operator.tenant());
    }
}
