package org.assistcounter.fleet.ledger;

import java.util.Locale;
import java.util.Optional;

/** A receipt's code as it is stored: two groups of four. */
public record ReceiptCode(String text) {
    private static final String DIGITS = "[0-9A-Z]{8}";
    private static final int GROUP = 4;

    /** As somebody types it: small letters, spaces and a missing hyphen do not matter. */
    public static Optional<ReceiptCode> of(String typed) {
        String code = typed.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
        return code.matches(DIGITS)
                ? Optional.of(
                        new ReceiptCode(code.substring(0, GROUP) + "-" + code.substring(GROUP)))
                : Optional.empty();
    }
}
