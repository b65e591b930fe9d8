package org.assistcounter.fleet.operators.factor;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.google.common.io.BaseEncoding;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes by time, as apps on phones show them: RFC 6238 with HMAC-SHA-1, six digits, steps of 30 s.
 * A code is good in its step and in the one before and after (section 5.2), and once only.
 */
public final class OneTimeCodes {

    /** The length of a secret in bytes (RFC 4226, section 4, R6). */
    public static final int SECRET_BYTES = 20;

    private static final Duration STEP = Duration.ofSeconds(30);
    private static final int STEPS_ASIDE = 1;
    private static final TimeBasedOneTimePasswordGenerator CODES =
            new TimeBasedOneTimePasswordGenerator(STEP);
    private static final String ISSUER = "Assistance Counter";

    private OneTimeCodes() {}

    /**
     * The step whose code this is; empty where it is of none that counts now.
     *
     * @param used steps up to this one are used up
     */
    public static OptionalLong step(byte[] secret, String code, Instant now, long used) {
        byte[] given = code.getBytes(StandardCharsets.UTF_8);
        long current = now.getEpochSecond() / STEP.toSeconds();
        OptionalLong found = OptionalLong.empty();
        for (long step = current - STEPS_ASIDE; step <= current + STEPS_ASIDE; step++) {
            boolean isRight = MessageDigest.isEqual(code(secret, step), given);
            found = isRight && step > used ? OptionalLong.of(step) : found;
        }
        return found;
    }

    /** The secret as a person types it into an app. */
    public static String text(byte[] secret) {
        return BaseEncoding.base32().omitPadding().encode(secret);
    }

    /** What an app reads from a picture: the Key URI Format that authenticator apps share. */
    public static String uri(byte[] secret, String login) {
        String issuer = URLEncoder.encode(ISSUER, StandardCharsets.UTF_8).replace("+", "%20");
        String account = URLEncoder.encode(login, StandardCharsets.UTF_8).replace("+", "%20");
        return "otpauth://totp/%s:%s?secret=%s&issuer=%s"
                .formatted(issuer, account, text(secret), issuer);
    }

    private static byte[] code(byte[] secret, long step) {
        try {
            Instant inStep = Instant.ofEpochSecond(step * STEP.toSeconds());
            var key = new SecretKeySpec(secret, CODES.getAlgorithm());
            return CODES.generateOneTimePasswordString(key, inStep)
                    .getBytes(StandardCharsets.UTF_8);
        } catch (InvalidKeyException notOfAnHmac) {
            throw new IllegalStateException(notOfAnHmac);
        }
    }
}
