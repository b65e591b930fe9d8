package org.assistcounter.endtoend;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The app on a newcomer's phone: RFC 6238 with HMAC-SHA-1, six digits, 30 s.
 *
 * @param secret as it is typed by hand, in base 32
 */
record AuthenticatorApp(String secret) {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BYTES = 20;
    private static final long STEP_SECONDS = 30;

    /** The code that is shown some steps from now. */
    String code(int stepsFromNow) {
        long step = Instant.now().getEpochSecond() / STEP_SECONDS + stepsFromNow;
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(bytes(), "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xF) & 0x7FFF_FFFF;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private byte[] bytes() {
        BigInteger number =
                secret.chars()
                        .mapToObj(letter -> BigInteger.valueOf(LETTERS.indexOf(letter)))
                        .reduce(BigInteger.ZERO, (sum, letter) -> sum.shiftLeft(5).add(letter));
        byte[] all = number.toByteArray();
        byte[] bytes = new byte[BYTES];
        int length = Math.min(BYTES, all.length);
        System.arraycopy(all, all.length - length, bytes, BYTES - length, length);
        return bytes;
    }
}
