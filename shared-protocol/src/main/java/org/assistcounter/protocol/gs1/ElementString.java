package org.assistcounter.protocol.gs1;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Element strings (GS1 General Specifications, 7.8): as a scanner gives them, with FNC1 as ASCII
 * 29, and as people write them, {@code (01)06901234567892(10)LOT26A}. A scanner may say in front of
 * which symbol they come (ISO/IEC 15424); places are counted behind that.
 *
 * <p>A bracket that belongs to a value and looks like an identifier's is written {@code \(}, as
 * GS1's own syntax engine does.
 */
public final class ElementString {
    /** What a scanner gives for FNC1. */
    public static final char SEPARATOR = '\u001d';

    // The most characters of one GS1-128 symbol (GS1 General Specifications, 5.4).
    private static final int GS1_128_MAX = 48;
    private static final Pattern SYMBOLOGY = Pattern.compile("\\](?:C1|d2|Q3|e0)");
    private static final Pattern BRACKETS = Pattern.compile("(?<!\\\\)\\(([0-9]{2,4})\\)");
    private static final Pattern CUT = Pattern.compile("[0-9]{1,3}");
    private static final String ESCAPED = "\\(";

    private ElementString() {}

    /**
     * Reads either form.
     *
     * @param referenceYear the year by which two-digit years get their century: that of today
     */
    public static LotCode read(String text, int referenceYear) throws MalformedGs1Exception {
        String bare = hasSymbology(text) ? text.substring(3) : text;
        Elements found = new Elements();
        if (isBracketed(bare)) {
            readBracketed(bare.replace('（', '(').replace('）', ')'), found);
        } else {
            readScanned(bare, found);
        }
        return found.lotCode(referenceYear);
    }

    /** What a symbol carries behind its first FNC1. */
    public static String scanned(LotCode code) {
        StringBuilder text = new StringBuilder();
        List<Element> elements = code.elements();
        for (Element element : elements) {
            text.append(element.identifier().digits()).append(element.value());
            boolean isLast = element.equals(elements.getLast());
            if (!isLast && !element.identifier().isPredefined()) {
                text.append(SEPARATOR);
            }
        }
        return text.toString();
    }

    /** Whether one GS1-128 symbol can carry it; a GS1 DataMatrix and a QR code always can. */
    public static boolean fitsGs1128(LotCode code) {
        return scanned(code).length() <= GS1_128_MAX;
    }

    /** What is printed under a symbol. */
    public static String bracketed(LotCode code) {
        StringBuilder text = new StringBuilder();
        for (Element element : code.elements()) {
            text.append(element.identifier()).append(element.value().replace("(", ESCAPED));
        }
        return text.toString();
    }

    static boolean hasSymbology(String text) {
        return SYMBOLOGY.matcher(text).lookingAt();
    }

    /** Also in the brackets of a Chinese keyboard. */
    static boolean isBracketed(String text) {
        return text.startsWith("(") || text.startsWith("（");
    }

    private static void readScanned(String text, Elements found) throws MalformedGs1Exception {
        int at = text.indexOf(SEPARATOR) == 0 ? 1 : 0;
        while (at < text.length()) {
            int start = at;
            Identifier identifier =
                    Identifier.at(text, start).orElseThrow(() -> unscannable(text, start));
            int from = start + identifier.digits().length();
            int to = end(text, from, identifier, place(start));
            found.add(identifier, text.substring(from, to), place(start));
            // Behind a predefined length it is not needed, and some printers put it there.
            at = to < text.length() && text.charAt(to) == SEPARATOR ? to + 1 : to;
        }
    }

    private static int end(String text, int from, Identifier identifier, String place)
            throws MalformedGs1Exception {
        int separator = text.indexOf(SEPARATOR, from);
        int end = separator < 0 ? text.length() : separator;
        if (identifier.isPredefined()) {
            return Math.min(end, from + identifier.most());
        }
        if (separator < 0 && end - from > identifier.most()) {
            throw new MalformedGs1Exception(
                    Reason.SEPARATOR_MISSING,
                    "%s %s: %d characters up to the end, at most %d: the FNC1 behind it is missing"
                            .formatted(identifier, place, end - from, identifier.most()));
        }
        return end;
    }

    private static void readBracketed(String text, Elements found) throws MalformedGs1Exception {
        Matcher brackets = BRACKETS.matcher(text);
        if (!brackets.lookingAt()) {
            throw new MalformedGs1Exception(
                    Reason.UNKNOWN_IDENTIFIER,
                    "the first bracket holds no application identifier of 2 to 4 digits");
        }
        boolean isMore = true;
        while (isMore) {
            int start = brackets.start();
            int from = brackets.end();
            Identifier identifier =
                    Identifier.named(brackets.group(1)).orElseThrow(() -> unreadable(text, start));
            isMore = brackets.find();
            String value = text.substring(from, isMore ? brackets.start() : text.length());
            found.add(identifier, withoutSpaces(value).replace(ESCAPED, "("), place(start));
        }
    }

    /** People write spaces around a value; within one they are refused. */
    private static String withoutSpaces(String value) {
        return value.replaceAll("\\A +| +\\z", "");
    }

    private static MalformedGs1Exception unscannable(String text, int at) {
        if (CUT.matcher(text).region(at, text.length()).matches()) {
            return new MalformedGs1Exception(
                    Reason.TRUNCATED,
                    "the code ends within the application identifier " + place(at));
        }
        return new MalformedGs1Exception(
                Reason.UNKNOWN_IDENTIFIER,
                "%s %s begins no known application identifier"
                        .formatted(Set82.shown(text.charAt(at)), place(at)));
    }

    private static MalformedGs1Exception unreadable(String text, int at) {
        String brackets = text.substring(at, text.indexOf(')', at) + 1);
        return new MalformedGs1Exception(
                Reason.UNKNOWN_IDENTIFIER,
                "%s %s is no known application identifier".formatted(brackets, place(at)));
    }

    private static String place(int at) {
        return "at character " + (at + 1);
    }
}
