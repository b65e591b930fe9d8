package org.assistcounter.fleet.signatures;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much looking at signatures may cost.
 *
 * @param share the most of one core that it takes, from 0.01 to 1; a twentieth of that while many
 *     messages are under way
 * @param every how often it is looked whether there is something, when there was nothing
 */
@ConfigurationProperties("assistcounter.signatures")
public record SignatureSettings(
        @DefaultValue("0.25") double share, @DefaultValue("5s") Duration every) {

    private static final double SHARE_MIN = 0.01;
    private static final Duration EVERY_MIN = Duration.ofMillis(10);

    /** Refuses in words what cannot be meant. */
    public SignatureSettings {
        if (!(share >= SHARE_MIN && share <= 1)) {
            throw new IllegalArgumentException(
                    "assistcounter.signatures.share is a part of a core, from 0.01 to 1.");
        }
        if (every.compareTo(EVERY_MIN) < 0) {
            throw new IllegalArgumentException("assistcounter.signatures.every is 10ms or more.");
        }
    }
}
