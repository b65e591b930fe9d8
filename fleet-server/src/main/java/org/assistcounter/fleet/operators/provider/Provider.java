package org.assistcounter.fleet.operators.provider;

/**
 * Where an organisation keeps its people's accounts, without the secret that we have there.
 *
 * @param issuer as the provider calls itself, to the letter
 * @param acr what it calls a sign-in by two factors, besides saying `mfa`; empty for nothing
 */
public record Provider(String tenant, String issuer, String clientId, String acr) {

    /** Whether what was begun with the one may be ended with the other. */
    boolean isSameAs(String otherIssuer, String otherClientId) {
        return issuer.equals(otherIssuer) && clientId.equals(otherClientId);
    }
}
