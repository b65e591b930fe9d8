package org.assistcounter.protocol.pickup;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.signing.SignatureCheck;
import org.assistcounter.protocol.signing.Signer;

/**
 * A pickup code: {@code ACP1:} and 104 bytes as hex digits. The bytes are the order (16), the
 * counter that holds it (16), the second since 1970 at which the code ends (8, big-endian), and the
 * Ed25519 signature (64) over {@code "AC-pickup-1\0"} and those 40 bytes. Wallets' payment codes
 * are digits alone, so none begins as this does; capitals, digits and the colon keep the QR code in
 * its alphanumeric mode (ISO/IEC 18004, 7.4.4).
 *
 * <p>Whoever shows it gets the goods, so its words never show it whole.
 *
 * @param order 32 hex digits
 */
public record PickupCode(String order, CounterId counter, long endsAtSeconds, String signatureHex) {
    private static final String PREFIX = "ACP1:";
    private static final Pattern FORM = Pattern.compile(PREFIX + "([0-9A-F]{208})");
    private static final Pattern ORDER = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern SIGNATURE = Pattern.compile("[0-9a-f]{128}");
    private static final byte[] DOMAIN = "AC-pickup-1\0".getBytes(StandardCharsets.US_ASCII);
    private static final HexFormat SHOWN = HexFormat.of().withUpperCase();
    private static final int ORDER_BYTES = 16;
    private static final int CLAIM_BYTES = ORDER_BYTES + CounterId.LENGTH + Long.BYTES;
    private static final int ORDER_DIGITS_IN_WORDS = 8;

    public PickupCode {
        if (!ORDER.matcher(order).matches() || !SIGNATURE.matcher(signatureHex).matches()) {
            throw new IllegalArgumentException("order or signature of a pickup code is not hex");
        }
    }

    /** A code for an order, signed with the key for pickups. */
    public static PickupCode signed(
            String order, CounterId counter, long endsAtSeconds, Signer signer) {
        PickupCode bare = new PickupCode(order, counter, endsAtSeconds, "0".repeat(128));
        String signature = HexFormat.of().formatHex(signer.sign(bare.message()));
        return new PickupCode(order, counter, endsAtSeconds, signature);
    }

    /**
     * Reads what was scanned; empty when it has not the form of a pickup code. Whether it is a true
     * one {@link #isSigned} tells.
     */
    public static Optional<PickupCode> read(String scanned) {
        Matcher form = FORM.matcher(scanned);
        if (!form.matches()) {
            return Optional.empty();
        }
        byte[] bytes = HexFormat.of().parseHex(form.group(1));
        ByteBuffer claim = ByteBuffer.wrap(bytes);
        byte[] order = new byte[ORDER_BYTES];
        byte[] counter = new byte[CounterId.LENGTH];
        claim.get(order).get(counter);
        return Optional.of(
                new PickupCode(
                        HexFormat.of().formatHex(order),
                        CounterId.of(counter),
                        claim.getLong(),
                        HexFormat.of()
                                .formatHex(Arrays.copyOfRange(bytes, CLAIM_BYTES, bytes.length))));
    }

    /** Whether the key for pickups has signed exactly this. */
    public boolean isSigned(byte[] publicKey, SignatureCheck check) {
        return check.holds(publicKey, message(), HexFormat.of().parseHex(signatureHex));
    }

    /** What a QR code carries. */
    public String text() {
        return PREFIX
                + SHOWN.formatHex(claim())
                + SHOWN.formatHex(HexFormat.of().parseHex(signatureHex));
    }

    private byte[] message() {
        return ByteBuffer.allocate(DOMAIN.length + CLAIM_BYTES).put(DOMAIN).put(claim()).array();
    }

    private byte[] claim() {
        return ByteBuffer.allocate(CLAIM_BYTES)
                .put(HexFormat.of().parseHex(order))
                .put(counter.bytes())
                .putLong(endsAtSeconds)
                .array();
    }

    /** For logs: the beginning of the order's number, and never the signature. */
    @Override
    public String toString() {
        return "pickup of order " + order.substring(0, ORDER_DIGITS_IN_WORDS) + "…";
    }
}
