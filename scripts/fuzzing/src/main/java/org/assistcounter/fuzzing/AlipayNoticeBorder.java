package org.assistcounter.fuzzing;

import com.alipay.api.internal.util.AlipaySignature;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assistcounter.fleet.wallets.NoticeReading;
import org.assistcounter.fleet.wallets.alipay.AlipayNotice;

/** What comes in the name of Alipay: its first byte says whether Alipay signs the rest. */
final class AlipayNoticeBorder {
    private static final String APPLICATION = "2021000000000001";
    private static final AlipayNotice FORM =
            new AlipayNotice(APPLICATION, WalletKeys.publicBase64());

    private AlipayNoticeBorder() {}

    /** Nobody else is believed, and what Alipay has signed is read or refused with a reason. */
    static void take(byte[] bytes) {
        if (bytes.length == 0) {
            return;
        }
        boolean isSigned = (bytes[0] & 1) == 1;
        Map<String, String> fields = fields(Arrays.copyOfRange(bytes, 1, bytes.length));
        if (isSigned) {
            fields.put("app_id", APPLICATION);
            fields.put("sign_type", "RSA2");
            fields.put("sign", sign(fields));
        }
        switch (FORM.read(fields)) {
            case NoticeReading.Told(var notice) -> {
                Require.that(isSigned, "only Alipay is believed");
                Require.that(notice.attempt().indexOf('_') < 0, "an attempt has our form");
            }
            case NoticeReading.OfNoPayment() -> Require.that(isSigned, "only Alipay is believed");
            case NoticeReading.Unbelieved(var words) ->
                    Require.that(!words.isEmpty(), "a reason is given");
        }
    }

    private static String sign(Map<String, String> fields) {
        return WalletKeys.sign(AlipaySignature.getSignCheckContentV1(new HashMap<>(fields)));
    }

    /** A field a line, its name before the first equals sign. */
    private static Map<String, String> fields(byte[] bytes) {
        Map<String, String> fields = new HashMap<>();
        new String(bytes, StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.split("=", 2))
                .forEach(pair -> fields.put(pair[0], pair.length < 2 ? "" : pair[1]));
        return fields;
    }

    static List<byte[]> samples() {
        String paid =
                """
                notify_id=n1
                notify_time=2026-11-28 10:00:00
                out_trade_no=SALE_1
                trade_no=2026112722001
                total_amount=9.90
                trade_status=TRADE_SUCCESS
                """;
        return Samples.texts(
                "\u0001" + paid,
                "\u0000" + paid + "app_id=" + APPLICATION + "\nsign=AAAA\nsign_type=RSA2\n",
                "\u0001trade_status=WAIT_BUYER_PAY\n");
    }
}
