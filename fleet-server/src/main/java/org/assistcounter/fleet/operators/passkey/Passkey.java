package org.assistcounter.fleet.operators.passkey;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a passkey; not what it proves itself by.
 *
 * @param id in Base64 for addresses
 * @param name what its owner calls it
 * @param usedAt when it was used last; null when never
 * @param isDoubted whether there seem to be two of it, so that it opens nothing any more
 */
public record Passkey(
        String id, String name, Instant madeAt, @Nullable Instant usedAt, boolean isDoubted) {}
