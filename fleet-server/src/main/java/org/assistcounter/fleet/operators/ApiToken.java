package org.assistcounter.fleet.operators;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a token that a program shows; not the token.
 *
 * @param name what its owner calls it
 * @param usedAt when it was used last; null when never
 */
public record ApiToken(
        UUID id, String name, Set<May> scopes, Instant endsAt, @Nullable Instant usedAt) {}
