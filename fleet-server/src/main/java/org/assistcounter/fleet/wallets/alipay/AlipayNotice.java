package org.assistcounter.fleet.wallets.alipay;

import com.alipay.api.AlipayApiException;
import com.alipay.api.internal.util.AlipaySignature;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.assistcounter.fleet.wallets.Notice;
import org.assistcounter.fleet.wallets.NoticeReading;
import org.assistcounter.fleet.wallets.WalletKind;

/**
 * Reads the form in which Alipay tells of a payment.
 *
 * @param application ours; a notice of another one is not for us
 * @param walletKey Alipay's public key, base64 in one line
 */
public record AlipayNotice(String application, String walletKey) {
    private static final Set<String> PAID = Set.of("TRADE_SUCCESS", "TRADE_FINISHED");

    /** Refuses what Alipay has not signed, and what is signed and not in its form. */
    public NoticeReading read(Map<String, String> fields) {
        try {
            if (!isSigned(fields)) {
                return new NoticeReading.Unbelieved("it is not signed by it");
            }
            return PAID.contains(fields.getOrDefault("trade_status", ""))
                    ? new NoticeReading.Told(notice(fields))
                    : new NoticeReading.OfNoPayment();
        } catch (AlipayApiException
                | DateTimeException
                | NumberFormatException
                | ArithmeticException malformed) {
            return new NoticeReading.Unbelieved(malformed.getClass().getSimpleName());
        }
    }

    /** The library takes `sign` and `sign_type` out of the fields that it is given. */
    private boolean isSigned(Map<String, String> fields) throws AlipayApiException {
        return application.equals(fields.get("app_id"))
                && fields.containsKey("sign")
                && AlipaySignature.rsaCheckV1(new HashMap<>(fields), walletKey, "utf-8", "RSA2");
    }

    private static Notice notice(Map<String, String> fields) {
        return new Notice(
                WalletKind.ALIPAY,
                fields.getOrDefault("notify_id", ""),
                AlipayGateway.ours(fields.getOrDefault("out_trade_no", "")),
                AlipayGateway.paid(
                        fields.getOrDefault("total_amount", "0"),
                        fields.getOrDefault("trade_no", "")),
                AlipayGateway.TIME.parse(fields.getOrDefault("notify_time", ""), Instant::from));
    }
}
