package org.assistcounter.fleet.spreadsheets;

import java.util.regex.Pattern;

/**
 * A spreadsheet takes a cell of a CSV file that begins with {@code =} for a formula and runs it. An
 * apostrophe in front makes it text. Reading takes one off, so writing puts one also before a text
 * that has one already: whatever was written is read as it was.
 */
final class Guards {

    private static final String DANGEROUS = "=+-@\t\r＝＋－＠";
    private static final Pattern NEGATIVE_NUMBER = Pattern.compile("-[0-9]{1,18}(\\.[0-9]{1,18})?");

    private Guards() {}

    /** For a file whose cells have no types. */
    static String on(String text) {
        boolean harmless =
                text.isEmpty()
                        || DANGEROUS.indexOf(text.charAt(0)) < 0
                        || NEGATIVE_NUMBER.matcher(text).matches();
        return harmless ? onTyped(text) : "'" + text;
    }

    /** For a cell that its file calls a text: never a formula, but it must be read as it was. */
    static String onTyped(String text) {
        return off(text).equals(text) ? text : "'" + text;
    }

    static String off(String text) {
        if (text.startsWith("'")) {
            return text.substring(1);
        }
        if (text.length() < 3 || !text.startsWith("=\"") || !text.endsWith("\"")) {
            return text;
        }
        String inner = text.substring(2, text.length() - 1);
        String undoubled = inner.replace("\"\"", "");
        return undoubled.contains("\"") ? text : inner.replace("\"\"", "\"");
    }
}
