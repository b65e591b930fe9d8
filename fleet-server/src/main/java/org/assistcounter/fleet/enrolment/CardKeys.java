package org.assistcounter.fleet.enrolment;

import java.util.Base64;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.enrolment.EnrolmentRefused.Reason;
import org.assistcounter.fleet.enrolment.authority.SigningRequest;
import org.assistcounter.fleet.settings.NativeCrypto;
import org.assistcounter.protocol.signing.Ed25519;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a card that has proved to hold their private halves: the signing request is signed by
 * the one, the proof by the other. What is inside is well formed.
 */
record CardKeys(SigningRequest request, String journalPublicKey) {

    static CardKeys check(String csr, String journalPublicKey, String proof) {
        if (isMissing(csr) || isMissing(journalPublicKey) || isMissing(proof)) {
            throw new EnrolmentRefused(Reason.INCOMPLETE);
        }
        SigningRequest request =
                SigningRequest.read(csr)
                        .orElseThrow(() -> new EnrolmentRefused(Reason.UNREADABLE_REQUEST));
        byte[] key = decoded(journalPublicKey);
        if (!Ed25519.isKey(key)
                || !NativeCrypto.signatures().holds(key, request.encoded(), decoded(proof))) {
            throw new EnrolmentRefused(Reason.WRONG_PROOF);
        }
        return new CardKeys(request, Base64.getEncoder().encodeToString(key));
    }

    boolean areThoseOf(Counter counter) {
        return counter.keys().journalPublicKey().equals(journalPublicKey);
    }

    /** JSON may leave any field out, whatever the type says. */
    static boolean isMissing(@Nullable String field) {
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
