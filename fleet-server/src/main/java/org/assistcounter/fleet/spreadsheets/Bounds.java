package org.assistcounter.fleet.spreadsheets;

/** How much is taken from a file; a hostile one must not cost more than an honest one. */
final class Bounds {

    static final int FILE_BYTES = 10_000_000;
    static final int ROWS = 100_000;
    static final int COLUMNS = 100;
    static final int CELL_CHARS = 10_000;

    /** Of all cells together, so that a small file of repeated words cannot fill the memory. */
    static final int CELLS = 2_500_000;

    static final int CHARS = 30_000_000;

    static final long UNPACKED_BYTES = 200_000_000;

    /** Deflate reaches 1,000; a sheet of 100,000 rows that differ in little reaches 40. */
    static final long UNPACKED_TIMES = 200;

    /** Below it the ratio does not matter. */
    static final long UNPACKED_BYTES_HARMLESS = 10_000_000;

    static final int ZIP_ENTRIES = 10_000;

    /** Of the parts that are not rows or texts: what they list is kept. */
    static final int LIST_PART_BYTES = 20_000_000;

    /** Between two tags; a shared string or an attribute is held in memory whole. */
    static final int XML_PIECE_BYTES = 1_000_000;

    private static final int SHOWN_CHARS = 100;

    private Bounds() {}

    /** As much of a value as is told to a person. */
    static String shown(String value) {
        return cut(value, SHOWN_CHARS);
    }

    /** The beginning of a text, never half a character. */
    static String cut(String value, int chars) {
        if (value.length() <= chars) {
            return value;
        }
        boolean halves = Character.isHighSurrogate(value.charAt(chars - 1));
        return value.substring(0, halves ? chars - 1 : chars);
    }
}
