package org.assistcounter.fleet.enrolment.web;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.enrolment.Batch;
import org.assistcounter.fleet.enrolment.BatchEnrolment;
import org.assistcounter.fleet.enrolment.Enrolment;
import org.assistcounter.fleet.enrolment.EnrolmentRefused;
import org.assistcounter.fleet.enrolment.EnrolmentRequest;
import org.assistcounter.fleet.enrolment.EnrolmentToken;
import org.assistcounter.fleet.enrolment.RenewalTokens;
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

    private final Enrolment enrolment;
    private final BatchEnrolment batches;
    private final RenewalTokens renewals;
    private final Sites sites;
    private final Audit audit;

    EnrolmentEndpoint(
            Enrolment enrolment,
            BatchEnrolment batches,
            RenewalTokens renewals,
            Sites sites,
            Audit audit) {
        this.enrolment = enrolment;
        this.batches = batches;
        this.renewals = renewals;
        this.sites = sites;
        this.audit = audit;
    }

    /**
     * The label and site that a token is wanted for.
     *
     * @param renew whether it is for the counter that carries the label, which stays where it is
     * @param why the reason for that
     */
    record TokenWish(
            String label, @Nullable String site, @Nullable Boolean renew, @Nullable String why) {}

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
        Mono<String> token =
                Boolean.TRUE.equals(wish.renew())
                        ? renewing(operator, wish)
                        : making(operator, wish);
        return token.switchIfEmpty(
                        Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))
                .map(issued -> Map.of("token", issued));
    }

    private Mono<String> making(Operator operator, TokenWish wish) {
        return Mono.justOrEmpty(wish.site())
                .flatMap(sites::find)
                .filter(site -> site.tenant().equals(operator.tenant()))
                .flatMap(site ->
                        enrolment.issueToken(
                                new Counter.Place(operator.tenant(), site.id(), wish.label()),
                                EnrolmentToken.VALIDITY))
                .flatMap(token ->
                        audit.record(operator, "enrolment-token", wish.label(), "")
                                .thenReturn(token));
    }

    private Mono<String> renewing(Operator operator, TokenWish wish) {
        return renewals.issue(operator, wish.label(), wish.why())
                .flatMap(outcome ->
                        switch (outcome) {
                            case RenewalTokens.Issued(String token) -> Mono.just(token);
                            case RenewalTokens.Refused refused -> Mono.error(error(refused));
                        });
    }

    private static RuntimeException error(RenewalTokens.Refused refused) {
        return switch (refused) {
            case NO_SUCH_COUNTER -> new ResponseStatusException(HttpStatus.NOT_FOUND);
            case NOT_IN_SERVICE -> new EnrolmentRefused(EnrolmentRefused.Reason.OUT_OF_SERVICE);
            case WHY_MISSING ->
                    new ResponseStatusException(
                            HttpStatus.BAD_REQUEST, "why: the reason, in 4 to 500 characters");
        };
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
                    case USED_TOKEN,
                            LABEL_CARRIED,
                            OUT_OF_SERVICE,
                            SAME_KEY,
                            NOTHING_TO_GO_ON,
                            JOURNAL_NOT_WHOLE,
                            RENEWED_MEANWHILE ->
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
