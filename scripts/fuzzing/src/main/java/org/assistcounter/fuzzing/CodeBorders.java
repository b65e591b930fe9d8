package org.assistcounter.fuzzing;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.assistcounter.fleet.ledger.ReceiptCode;
import org.assistcounter.protocol.ask.PaymentCode;
import org.assistcounter.protocol.gs1.DigitalLink;
import org.assistcounter.protocol.gs1.ElementString;
import org.assistcounter.protocol.gs1.Gs1;
import org.assistcounter.protocol.gs1.Gtin;
import org.assistcounter.protocol.gs1.LotCode;
import org.assistcounter.protocol.gs1.LotDates;
import org.assistcounter.protocol.pickup.PickupCode;
import org.assistcounter.protocol.signing.Ed25519;

/** Codes that people show to a scanner or type. */
final class CodeBorders {
    private static final int REFERENCE_YEAR = 2026;

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

    /** A lot's code is read the same again however it is written, or refused in words. */
    static void lot(byte[] bytes) {
        switch (Gs1.read(new String(bytes, StandardCharsets.UTF_8), REFERENCE_YEAR)) {
            case Gs1.Refused refused ->
                    Require.that(!refused.detail().isBlank(), "what is wrong is said");
            case Gs1.Read read -> {
                for (String written : lotTexts(read.code())) {
                    Require.same(Gs1.read(written, REFERENCE_YEAR), read, "it is read again");
                }
            }
        }
    }

    static List<byte[]> lots() {
        LotDates dates = new LotDates(null, null, LocalDate.of(REFERENCE_YEAR, 12, 20), null);
        Gtin apple = Gtin.ofFirst12("690123456789");
        LotCode code = new LotCode(apple, "LOT26A", "1", dates, 2, null);
        return Samples.texts(lotTexts(code).toArray(String[]::new));
    }

    private static List<String> lotTexts(LotCode code) {
        return List.of(
                ElementString.scanned(code),
                ElementString.bracketed(code),
                DigitalLink.write("https://id.gs1.org", code));
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
