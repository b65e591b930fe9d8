package org.assistcounter.fleet.enrolment;

import java.util.Base64;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.enrolment.EnrolmentRefused.Reason;
import org.assistcounter.fleet.enrolment.authority.SigningKey;
import org.assistcounter.fleet.enrolment.authority.SigningRequest;
import org.jspecify.annotations.Nullable;

/**
 * A card that has proved to hold both of its private keys: the signing request is signed by the
 * one, the proof by the other. What is inside is well formed.
 */
record Card(EnrolmentToken.Hash token, SigningRequest request, String journalPublicKey) {

    static Card check(EnrolmentRequest sent) {
        if (isMissing(sent.token())
                || isMissing(sent.csr())
                || isMissing(sent.journalPublicKey())
                || isMissing(sent.proof())) {
            throw new EnrolmentRefused(Reason.INCOMPLETE);
        }
        SigningRequest request =
                SigningRequest.read(sent.csr())
                        .orElseThrow(() -> new EnrolmentRefused(Reason.UNREADABLE_REQUEST));
        byte[] key = decoded(sent.journalPublicKey());
        if (!SigningKey.isSignedBy(key, request.encoded(), decoded(sent.proof()))) {
            throw new EnrolmentRefused(Reason.WRONG_PROOF);
        }
        return new Card(
                EnrolmentToken.Hash.of(sent.token()),
                request,
                Base64.getEncoder().encodeToString(key));
    }

    boolean holdsKeyOf(Counter counter) {
        return counter.keys().journalPublicKey().equals(journalPublicKey);
    }

    /** JSON may leave any field out, whatever the type says. */
    private static boolean isMissing(@Nullable String field) {
        return field == null || field.isBlank();
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException malformed) {
            throw new EnrolmentRefused(Reason.WRONG_PROOF);
        }
    }
}
