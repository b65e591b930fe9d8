package org.assistcounter.fleet.enrolment.web;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.enrolment.Batch;
import org.assistcounter.fleet.enrolment.BatchEnrolment;
import org.assistcounter.fleet.enrolment.Enrolment;
import org.assistcounter.fleet.enrolment.EnrolmentRefused;
import org.assistcounter.fleet.enrolment.EnrolmentRequest;
import org.assistcounter.fleet.operators.Audit;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.sites.Sites;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/**
 * `POST /enrolment/counters` for new cards, `POST /enrolment/tokens` for technicians, and `POST
 * /enrolment/batches` for whoever writes cards by the hundred.
 */
@RestController
class EnrolmentEndpoint {

    private static final Duration TOKEN_VALIDITY = Duration.ofMinutes(10);

    private final Enrolment enrolment;
    private final BatchEnrolment batches;
    private final Sites sites;
    private final Audit audit;

    EnrolmentEndpoint(Enrolment enrolment, BatchEnrolment batches, Sites sites, Audit audit) {
        this.enrolment = enrolment;
        this.batches = batches;
        this.sites = sites;
        this.audit = audit;
    }

    /**
     * The label and site that a token is wanted for.
     *
     * @param renew whether it is for the counter that carries the label, which stays where it is
     */
    record TokenWish(String label, @Nullable String site, @Nullable Boolean renew) {}

    @PostMapping("/enrolment/counters")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Map<String, Object>> enrol(@RequestBody EnrolmentRequest request) {
        return enrolment.enrol(request);
    }

    @PostMapping("/enrolment/tokens")
    @PreAuthorize("hasAuthority('ISSUE_TOKENS')")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Map<String, String>> issue(
            @AuthenticationPrincipal Operator operator, @RequestBody TokenWish wish) {
        boolean isRenewal = Boolean.TRUE.equals(wish.renew());
        String deed = isRenewal ? "enrolment-token-renewing" : "enrolment-token";
        return (isRenewal ? renewing(operator, wish) : making(operator, wish))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))
                .flatMap(token ->
                        audit.record(operator, deed, wish.label(), "")
                                .thenReturn(Map.of("token", token)));
    }

    private Mono<String> making(Operator operator, TokenWish wish) {
        return Mono.justOrEmpty(wish.site())
                .flatMap(sites::find)
                .filter(site -> site.tenant().equals(operator.tenant()))
                .flatMap(site ->
                        enrolment.issueToken(
                                new Counter.Place(operator.tenant(), site.id(), wish.label()),
                                TOKEN_VALIDITY));
    }

    private Mono<String> renewing(Operator operator, TokenWish wish) {
        return enrolment.renewing(operator.tenant(), wish.label(), TOKEN_VALIDITY);
    }

    @PostMapping("/enrolment/batches")
    @PreAuthorize("hasAuthority('ISSUE_TOKENS')")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Batch.Answer> enrolMany(
            @AuthenticationPrincipal Operator operator, @RequestBody Batch.Request request) {
        if (request.cards() == null
                || request.cards().isEmpty()
                || request.cards().size() > Batch.CARDS_MAX) {
            return Mono.error(() ->
                    new ResponseStatusException(
                            HttpStatus.BAD_REQUEST, "1 to " + Batch.CARDS_MAX + " cards a batch"));
        }
        return sites.find(request.site())
                .filter(site -> site.tenant().equals(operator.tenant()))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))
                .flatMap(site -> batches.enrol(operator.tenant(), site.id(), request.cards()))
                .flatMap(answer ->
                        audit.record(
                                        operator,
                                        "enrolment-batch",
                                        request.site(),
                                        answer.counters().size() + " counters")
                                .thenReturn(answer));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(EnrolmentRefused refusal) {
        HttpStatus status =
                switch (refusal.reason()) {
                    case INCOMPLETE, UNREADABLE_REQUEST, WRONG_PROOF -> HttpStatus.BAD_REQUEST;
                    case UNKNOWN_TOKEN -> HttpStatus.FORBIDDEN;
                    case EXPIRED_TOKEN -> HttpStatus.GONE;
                    case USED_TOKEN, LABEL_CARRIED, OUT_OF_SERVICE, SAME_KEY, NOTHING_TO_GO_ON ->
                            HttpStatus.CONFLICT;
                };
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, refusal.reason().words());
        problem.setTitle("Not enrolled");
        problem.setType(
                URI.create(
                        "urn:assistcounter:enrolment:"
                                + refusal.reason().name().toLowerCase(Locale.ROOT)));
        return ResponseEntity.status(status).body(problem);
    }
}
