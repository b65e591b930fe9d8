package org.assistcounter.fuzzing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.assistcounter.fleet.ledger.ReceiptCode;
import org.assistcounter.protocol.ask.PaymentCode;
import org.assistcounter.protocol.pickup.PickupCode;
import org.assistcounter.protocol.signing.Ed25519;

/** Codes that people show to a scanner or type. */
final class CodeBorders {

    private CodeBorders() {}

    /** What is taken for a payment code are its digits, and its words do not show them. */
    static void payment(byte[] bytes) {
        String scanned = new String(bytes, StandardCharsets.UTF_8);
        PaymentCode.read(scanned)
                .ifPresent(code -> {
                    Require.same(code.digits(), scanned, "a code is what was scanned");
                    Require.that(!code.toString().contains(scanned), "its words hide the digits");
                });
    }

    /** A pickup code is what was scanned, nobody else signs one, and its words do not show it. */
    static void pickup(byte[] bytes) {
        String scanned = new String(bytes, StandardCharsets.UTF_8);
        Optional<PickupCode> read = PickupCode.read(scanned);
        read.ifPresent(code -> {
            Require.same(code.text(), scanned, "a code is written as it was scanned");
            Require.that(!code.toString().contains(code.order()), "its words hide the order");
            Require.same(
                    code.isSigned(Notes.KEY.publicKey(), Ed25519::holds),
                    code.equals(
                            PickupCode.signed(
                                    code.order(), code.counter(), code.endsAtSeconds(), Notes.KEY)),
                    "only the key signs");
        });
    }

    /** However it was typed, it is stored in one form. */
    static void receipt(byte[] bytes) {
        ReceiptCode.of(new String(bytes, StandardCharsets.UTF_8))
                .ifPresent(code -> {
                    Require.that(code.text().matches("[0-9A-Z]{4}-[0-9A-Z]{4}"), "it has a form");
                    String small = code.text().toLowerCase(Locale.ROOT);
                    Require.same(ReceiptCode.of(small), Optional.of(code), "it is read again");
                });
    }

    static List<byte[]> receipts() {
        return Samples.texts("7K2M-9QXA", " 7k2m 9qxa\n");
    }
}
