package org.assistcounter.protocol.ask;

import java.util.Optional;
import org.assistcounter.protocol.cbor.MalformedCborException;

/**
 * The digits that a shopper's phone shows as a code to be scanned: a token that pays once within a
 * minute, and so is never written down whole. WeChat Pay: 18 digits that begin with 10 to 15.
 * Alipay: 16 to 24 digits that begin with 25 to 30 (the two companies' pages on payment codes).
 */
public record PaymentCode(Wallet wallet, String digits) {
    private static final String WECHAT = "1[0-5][0-9]{16}";
    private static final String ALIPAY = "(?:2[5-9]|30)[0-9]{14,22}";
    private static final int SHOWN = 2;

    /** Reads what was scanned; empty when no known wallet has such a code. */
    public static Optional<PaymentCode> read(String scanned) {
        if (scanned.matches(WECHAT)) {
            return Optional.of(new PaymentCode(Wallet.WECHAT, scanned));
        }
        return scanned.matches(ALIPAY)
                ? Optional.of(new PaymentCode(Wallet.ALIPAY, scanned))
                : Optional.empty();
    }

    /** Reads a code that a counter has read before. */
    public static PaymentCode of(String digits) throws MalformedCborException {
        return read(digits)
                .orElseThrow(() ->
                        new MalformedCborException("no known wallet has such a payment code"));
    }

    /** For logs: which wallet and how many digits. */
    @Override
    public String toString() {
        return wallet + " " + digits.substring(0, SHOWN) + "… (" + digits.length() + " digits)";
    }
}
