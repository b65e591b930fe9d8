package org.assistcounter.fuzzing;

import com.wechat.pay.java.core.RSAPublicKeyConfig;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.assistcounter.fleet.wallets.NoticeReading;
import org.assistcounter.fleet.wallets.wechat.WeChatNotice;

/**
 * What comes in the name of WeChat Pay. The first byte says what the rest is: headers and body of
 * anybody, a body that WeChat Pay signs, or content that it signs and encrypts.
 */
final class WeChatNoticeBorder {
    private static final String MERCHANT = "1900000001";
    private static final String KEY_ID = "PUB_KEY_ID_0119000000012026";
    private static final String API_KEY = "0123456789abcdef0123456789abcdef";
    private static final String NONCE = "0123456789ab";
    private static final String TIME = "1795000000";
    private static final int TAG_BITS = 128;
    private static final List<String> HEADERS =
            List.of(
                    "Wechatpay-Timestamp",
                    "Wechatpay-Serial",
                    "Wechatpay-Nonce",
                    "Wechatpay-Signature");
    private static final WeChatNotice FORM =
            new WeChatNotice(
                    new RSAPublicKeyConfig.Builder()
                            .merchantId(MERCHANT)
                            .merchantSerialNumber("4A")
                            .privateKey(pem("PRIVATE KEY", WalletKeys.privateBase64()))
                            .publicKey(pem("PUBLIC KEY", WalletKeys.publicBase64()))
                            .publicKeyId(KEY_ID)
                            .apiV3Key(API_KEY)
                            .build(),
                    MERCHANT);

    private WeChatNoticeBorder() {}

    private static String pem(String kind, String base64) {
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind, base64, kind);
    }

    /** Nobody else is believed, and what WeChat Pay has signed is read or refused with a reason. */
    static void take(byte[] bytes) throws GeneralSecurityException {
        if (bytes.length == 0) {
            return;
        }
        String rest =
                new String(Arrays.copyOfRange(bytes, 1, bytes.length), StandardCharsets.UTF_8);
        int kind = Byte.toUnsignedInt(bytes[0]) % 3;
        NoticeReading reading =
                switch (kind) {
                    case 0 -> ofAnybody(rest);
                    case 1 -> signed(rest);
                    default -> signed(sealed(rest));
                };
        switch (reading) {
            case NoticeReading.Told(var notice) -> {
                Require.that(kind > 0, "only WeChat Pay is believed");
                Require.that(!notice.standing().transaction().isEmpty() || kind > 0, "it is told");
            }
            case NoticeReading.OfNoPayment() ->
                    Require.that(kind > 0, "only WeChat Pay is believed");
            case NoticeReading.Unbelieved(var words) ->
                    Require.that(!words.isEmpty(), "a reason is given");
        }
    }

    private static NoticeReading ofAnybody(String text) {
        String[] lines = text.split("\n", HEADERS.size() + 1);
        Map<String, String> headers = new HashMap<>();
        for (int at = 0; at < Math.min(lines.length, HEADERS.size()); at++) {
            headers.put(HEADERS.get(at), lines[at]);
        }
        return FORM.read(headers::get, lines[lines.length - 1]);
    }

    private static NoticeReading signed(String body) {
        String signature = WalletKeys.sign(TIME + "\n" + NONCE + "\n" + body + "\n");
        return FORM.read(
                Map.of(
                                "Wechatpay-Timestamp", TIME,
                                "Wechatpay-Serial", KEY_ID,
                                "Wechatpay-Nonce", NONCE,
                                "Wechatpay-Signature", signature,
                                "Wechatpay-Signature-Type", "WECHATPAY2-SHA256-RSA2048")
                        ::get,
                body);
    }

    private static String sealed(String content) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.ENCRYPT_MODE,
                new SecretKeySpec(API_KEY.getBytes(StandardCharsets.US_ASCII), "AES"),
                new GCMParameterSpec(TAG_BITS, NONCE.getBytes(StandardCharsets.US_ASCII)));
        cipher.updateAAD("transaction".getBytes(StandardCharsets.US_ASCII));
        byte[] hidden = cipher.doFinal(content.getBytes(StandardCharsets.UTF_8));
        return """
        {"id":"n1","event_type":"TRANSACTION.SUCCESS","resource_type":"encrypt-resource",
        "resource":{"original_type":"transaction","algorithm":"AEAD_AES_256_GCM",
        "ciphertext":"%s","associated_data":"transaction","nonce":"%s"}}\
        """
                .formatted(Base64.getEncoder().encodeToString(hidden), NONCE);
    }

    static List<byte[]> samples() {
        String paid =
                """
                {"mchid":"1900000001","out_trade_no":"SALE-1","trade_state":"SUCCESS",
                "transaction_id":"4200001","amount":{"total":990,"currency":"CNY"}}\
                """;
        return Samples.texts(
                "\u0002" + paid,
                "\u0002" + paid.replace("SUCCESS", "CLOSED"),
                "\u0001{\"id\":\"n1\",\"resource\":{\"nonce\":\"n\"}}",
                "\u0000" + String.join("\n", TIME, KEY_ID, NONCE, "AAAA", paid));
    }
}
