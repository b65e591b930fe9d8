package org.assistcounter.protocol.gs1;

import java.util.Locale;

/** Why a code is refused. Pages translate the word, so a word keeps its meaning for ever. */
public enum Reason {
    /** Nothing was scanned. */
    EMPTY,
    /** More than any code of ours has. */
    TOO_LONG,
    /** Neither an article number, nor an element string, nor a link. */
    NOT_GS1,
    /** The scanner says that the symbol is of a kind that carries no GS1 code. */
    UNKNOWN_SYMBOLOGY,
    /** An article number has 8, 12, 13 or 14 digits. */
    WRONG_LENGTH,
    /** Something else where digits have to be. */
    NOT_DIGITS,
    /** The last digit of the article number does not fit the others. */
    WRONG_CHECK_DIGIT,
    /** No application identifier that GS1 has given out. */
    UNKNOWN_IDENTIFIER,
    /** The code ends within a value. */
    TRUNCATED,
    /** An identifier without a value. */
    EMPTY_VALUE,
    /** A value is longer than its identifier allows. */
    VALUE_TOO_LONG,
    /** A value runs on to the end of the code: the FNC1 behind it is missing. */
    SEPARATOR_MISSING,
    /** A character outside GS1's character set 82. */
    WRONG_CHARACTER,
    /** The same identifier with two values. */
    SAID_TWICE,
    /** No article number is in the code. */
    NO_GTIN,
    /** No such day is in the calendar. */
    NO_SUCH_DATE,
    /** Day 00 where a day has to be. */
    NO_DAY,
    /** The caller's reference year is none for two-digit years. */
    REFERENCE_YEAR,
    /** A link without a host or path. */
    WRONG_ADDRESS,
    /** A percent sign in a link without two hexadecimal digits. */
    WRONG_ESCAPE,
    /** Qualifiers in a link's path stand in another order than GS1's. */
    WRONG_ORDER,
    /** In a link's query what belongs in its path, or the other way round. */
    WRONG_PLACE;

    /** The word for pages and interfaces: small letters and hyphens. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
