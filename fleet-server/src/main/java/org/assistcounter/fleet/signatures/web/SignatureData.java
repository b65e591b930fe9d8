package org.assistcounter.fleet.signatures.web;

import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.signatures.SignatureProgress;
import org.assistcounter.fleet.signatures.Signatures;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** How far signatures were looked at. */
@RestController
@PreAuthorize("hasAuthority('SEE_FLEET')")
class SignatureData {
    private final Signatures signatures;

    SignatureData(Signatures signatures) {
        this.signatures = signatures;
    }

    @GetMapping(path = "/doubts/signatures", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<SignatureProgress> progress(@AuthenticationPrincipal Operator operator) {
        return signatures.progress(operator.tenant());
    }
}
