package org.assistcounter.fleet.operators;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody as those see who keep people.
 *
 * @param isDisabled whether nobody can sign in as them
 * @param hasSecondFactor whether an app is known to show codes for them
 * @param invitedUntil until when a link lets them choose a password; null without one
 * @param signedInAt when they last did; null when never
 */
public record Person(
        Operator operator,
        boolean isDisabled,
        boolean hasSecondFactor,
        @Nullable Instant invitedUntil,
        @Nullable Instant signedInAt) {}
