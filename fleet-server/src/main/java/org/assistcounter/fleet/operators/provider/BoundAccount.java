package org.assistcounter.fleet.operators.provider;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The account at a provider that somebody of ours is.
 *
 * @param usedAt when they last came by it; null when never
 * @param hasOther whether they can come in another way too
 */
public record BoundAccount(
        String issuer,
        String subject,
        Instant boundAt,
        @Nullable Instant usedAt,
        boolean hasOther) {}
