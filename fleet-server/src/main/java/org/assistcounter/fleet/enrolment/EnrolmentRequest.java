package org.assistcounter.fleet.enrolment;

import org.jspecify.annotations.Nullable;

/**
 * What a card sends.
 *
 * @param token the one-time token that a technician was given
 * @param csr a signing request in PEM whose key is EC P-256
 * @param journalPublicKey the raw Ed25519 key of its journal in base64
 * @param proof base64 of the journal key's signature over the DER bytes of the request
 * @param journal where the journal on the card ends, if it goes on there with these keys
 */
public record EnrolmentRequest(
        String token,
        String csr,
        String journalPublicKey,
        String proof,
        @Nullable JournalEnd journal) {

    /**
     * The newest record on a card.
     *
     * @param hash in hex
     */
    public record JournalEnd(long seq, String hash) {}
}
