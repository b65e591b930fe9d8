package org.assistcounter.walletgateway;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signatures and encryption of WeChat Pay API v3: requests sign method, target, time, nonce and
 * body, answers and notifications sign time, nonce and body, each line ended by a line feed;
 * resources of notifications are encrypted with AES-256-GCM.
 */
final class WeChatEnvelope {
    static final String MERCHANT = "1900000001";
    static final String KEY_ID = "PUB_KEY_ID_0119000000012026";
    private static final Pattern FIELD = Pattern.compile("([a-z_]+)=\"([^\"]*)\"");
    private static final String SCHEME = "WECHATPAY2-SHA256-RSA2048 ";
    private static final long WINDOW_SECONDS = 300;
    private static final int NONCE_BYTES = 16;
    private static final int TAG_BITS = 128;

    private final Keys keys;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    WeChatEnvelope(Keys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** Whether the merchant signed exactly this, within the last minutes. */
    boolean isOfTheMerchant(Call call) {
        String header = call.headers().getOrDefault("authorization", "");
        if (!header.startsWith(SCHEME)) {
            return false;
        }
        Map<String, String> fields = new HashMap<>();
        Matcher matcher = FIELD.matcher(header);
        while (matcher.find()) {
            fields.put(matcher.group(1), matcher.group(2));
        }
        String time = fields.getOrDefault("timestamp", "");
        String signed =
                lines(
                        call.method(),
                        call.target(),
                        time,
                        fields.getOrDefault("nonce_str", ""),
                        call.body());
        return MERCHANT.equals(fields.get("mchid"))
                && time.matches("[0-9]{1,12}")
                && Math.abs(seconds() - Long.parseLong(time)) <= WINDOW_SECONDS
                && Rsa.holds(
                        keys.wechat().merchant().getPublic(),
                        signed,
                        fields.getOrDefault("signature", ""));
    }

    /** The headers that sign a body, as of some seconds ago. */
    Map<String, String> headers(String body, long ageSeconds) {
        String time = String.valueOf(seconds() - ageSeconds);
        String nonce = nonce();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Request-ID", nonce);
        headers.put("Wechatpay-Timestamp", time);
        headers.put("Wechatpay-Nonce", nonce);
        headers.put(
                "Wechatpay-Signature",
                Rsa.sign(keys.wechat().wallet().getPrivate(), lines(time, nonce, body)));
        headers.put("Wechatpay-Serial", KEY_ID);
        headers.put("Wechatpay-Signature-Type", "WECHATPAY2-SHA256-RSA2048");
        return headers;
    }

    /** Encrypted for the merchant. */
    String encrypted(String text, String nonce, String associated) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            byte[] key = keys.apiV3Key().getBytes(StandardCharsets.US_ASCII);
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(key, "AES"),
                    new GCMParameterSpec(TAG_BITS, nonce.getBytes(StandardCharsets.US_ASCII)));
            cipher.updateAAD(associated.getBytes(StandardCharsets.US_ASCII));
            byte[] sealed = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(sealed);
        } catch (GeneralSecurityException never) {
            throw new IllegalStateException(never);
        }
    }

    String nonce() {
        byte[] drawn = new byte[NONCE_BYTES];
        random.nextBytes(drawn);
        return HexFormat.of().formatHex(drawn);
    }

    private long seconds() {
        return clock.instant().getEpochSecond();
    }

    private static String lines(String... lines) {
        return String.join("\n", lines) + "\n";
    }
}
