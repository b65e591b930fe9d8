package org.assistcounter.fleet.operators.provider;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an ID token that was found good says of somebody.
 *
 * @param methods how they showed who they are (RFC 8176)
 * @param acr what the provider calls that; empty where it says nothing
 * @param signedInAt when they showed it; null where the provider does not say
 */
record Identity(
        String issuer,
        String subject,
        List<String> methods,
        String acr,
        @Nullable Instant signedInAt) {

    private static final String TWO_FACTORS = "mfa";
    private static final Duration SKEW = Duration.ofMinutes(1);

    Identity {
        methods = List.copyOf(methods);
    }

    /**
     * Whether the provider has seen two factors, and not longer ago than a session of ours lasts.
     * What it does not say it has not seen.
     *
     * @param wantedAcr what it calls two factors; empty for nothing
     */
    boolean isByTwoFactors(String wantedAcr, Instant now, Duration sessionMax) {
        boolean isSaid =
                methods.contains(TWO_FACTORS) || (!wantedAcr.isEmpty() && wantedAcr.equals(acr));
        return isSaid
                && signedInAt != null
                && signedInAt.isAfter(now.minus(sessionMax).minus(SKEW))
                && signedInAt.isBefore(now.plus(SKEW));
    }
}
