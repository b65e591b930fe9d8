package org.assistcounter.protocol.gs1;

import java.util.regex.Pattern;

/** Which kind of code a text is, by how it begins. */
final class Recognition {
    private static final int CHARACTERS_MAX = 2_000;
    // What scanners and keyboards put around a code; ASCII 29 belongs to it.
    private static final Pattern AROUND = Pattern.compile("\\A[ \\t\\r\\n]+|[ \\t\\r\\n]+\\z");
    // EAN-13 and EAN-8, and plain QR and DataMatrix, which carry links (ISO/IEC 15424).
    private static final Pattern PLAIN_SYMBOLOGY = Pattern.compile("\\](?:E0|E4|Q1|d1)");
    private static final Pattern ARTICLE = Pattern.compile("[0-9]{8}|[0-9]{12,14}");
    private static final Pattern DIGITS_FIRST = Pattern.compile("\\x{1d}?[0-9].*", Pattern.DOTALL);
    private static final int SYMBOLOGY_LENGTH = 3;

    private Recognition() {}

    static LotCode read(String scanned, int referenceYear) throws MalformedGs1Exception {
        if (scanned.length() > CHARACTERS_MAX) {
            throw new MalformedGs1Exception(
                    Reason.TOO_LONG,
                    "%d characters, at most %d".formatted(scanned.length(), CHARACTERS_MAX));
        }
        String text = AROUND.matcher(scanned).replaceAll("");
        if (text.isEmpty()) {
            throw new MalformedGs1Exception(Reason.EMPTY, "there is nothing");
        }
        if (ElementString.hasSymbology(text)) {
            return ElementString.read(text, referenceYear);
        }
        if (PLAIN_SYMBOLOGY.matcher(text).lookingAt()) {
            return bare(text.substring(SYMBOLOGY_LENGTH), referenceYear);
        }
        if (text.startsWith("]")) {
            throw new MalformedGs1Exception(
                    Reason.UNKNOWN_SYMBOLOGY,
                    "the scanner says that this is no symbol with a GS1 code");
        }
        return bare(text, referenceYear);
    }

    private static LotCode bare(String text, int referenceYear) throws MalformedGs1Exception {
        if (ARTICLE.matcher(text).matches()) {
            return LotCode.of(Gtin.read(text), null);
        }
        if (DigitalLink.isLink(text)) {
            return DigitalLink.read(text, referenceYear);
        }
        if (ElementString.isBracketed(text) || DIGITS_FIRST.matcher(text).matches()) {
            return ElementString.read(text, referenceYear);
        }
        throw new MalformedGs1Exception(
                Reason.NOT_GS1, "this is no article number, no element string and no link");
    }
}
