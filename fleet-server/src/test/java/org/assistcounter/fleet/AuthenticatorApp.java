package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.BaseEncoding;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The app on a phone, worked out from RFC 4226, section 5.3, and not by the server's library. */
record AuthenticatorApp(String secret) {
    private static final Pattern SECRET = Pattern.compile("id=\"secret\">([A-Z2-7]+)<");
    private static final long STEP_SECONDS = 30;

    /** Reads the secret from the page on which it is set up. */
    static AuthenticatorApp scan(String page) {
        Matcher secret = SECRET.matcher(page);
        assertThat(secret.find()).as("a secret on the page").isTrue();
        return new AuthenticatorApp(secret.group(1));
    }

    /** The code that is shown some steps from now. */
    String code(int stepsFromNow) {
        return codeOf(Instant.now().getEpochSecond() / STEP_SECONDS + stepsFromNow);
    }

    String codeOf(long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(BaseEncoding.base32().decode(secret), "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xF;
            int number = ByteBuffer.wrap(hash).getInt(offset) & 0x7FFF_FFFF;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
