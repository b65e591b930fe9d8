package org.assistcounter.fleet.enrolment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.protocol.identity.CounterId;
import org.jspecify.annotations.Nullable;

/**
 * A token as it is kept: its hash, what it makes of a card, and who used it.
 *
 * @param renews the counter whose keys it changes; null where it makes a new one
 * @param usedBy the counter that the token made or renewed; null while it is unused
 */
public record EnrolmentToken(
        Hash hash,
        Counter.Place place,
        Instant expiresAt,
        @Nullable CounterId renews,
        @Nullable CounterId usedBy) {

    /** How long one that a person is given may be used. */
    public static final Duration VALIDITY = Duration.ofMinutes(10);

    /**
     * Whether a counter has new keys by it. How that ended can be asked for however late: the card
     * writes nothing before it knows.
     */
    boolean hasRenewed() {
        return renews != null && usedBy != null;
    }

    /** The SHA-256 of a token in hex: who reads the table cannot enrol with it. */
    public record Hash(String hex) {

        static Hash of(String token) {
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                byte[] bytes = token.strip().getBytes(StandardCharsets.UTF_8);
                return new Hash(HexFormat.of().formatHex(digest.digest(bytes)));
            } catch (NoSuchAlgorithmException everyJdkHasIt) {
                throw new IllegalStateException(everyJdkHasIt);
            }
        }
    }
}
