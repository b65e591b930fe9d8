package org.assistcounter.fleet.spreadsheets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A text as a table. Rows are numbered as a spreadsheet numbers them when it opens the file: an
 * empty line is a row, a cell with line breaks is one.
 */
final class CsvReading {

    /** The parser holds a whole row; a file of commas alone would be ten million texts. */
    private static final int SEPARATORS_IN_A_LINE = 200_000;

    private CsvReading() {}

    static Table read(String text) throws IOException {
        char separator = separator(text);
        refuseEndlessLines(text, separator);
        CSVFormat format =
                CSVFormat.DEFAULT
                        .builder()
                        .setDelimiter(separator)
                        .setIgnoreEmptyLines(false)
                        .get();
        Gathering gathering = new Gathering();
        try (CSVParser parser = CSVParser.parse(text, format)) {
            for (CSVRecord row : parser) {
                gathering.add(Math.toIntExact(row.getRecordNumber()), row.toList(), List.of());
            }
        } catch (UncheckedIOException e) {
            throw wrongQuotes(e);
        }
        return gathering.table();
    }

    private static Refused wrongQuotes(UncheckedIOException e) {
        Refused told =
                new Refused(
                        "wrong-quotes",
                        "a quotation mark is missing or not doubled: " + e.getMessage());
        told.initCause(e);
        return told;
    }

    /** The one that the header has most of. */
    private static char separator(String text) {
        int[] counts = new int[3];
        boolean quoted = false;
        boolean begun = false;
        for (int at = 0; at < text.length(); at++) {
            char unit = text.charAt(at);
            if (unit == '"') {
                quoted = !quoted;
            } else if (!quoted && (unit == '\n' || unit == '\r') && begun) {
                break;
            } else if (!quoted && ",;\t".indexOf(unit) >= 0) {
                counts[",;\t".indexOf(unit)]++;
            }
            begun |= !Character.isWhitespace(unit);
        }
        if (counts[0] >= counts[1] && counts[0] >= counts[2]) {
            return ',';
        }
        return counts[2] > counts[1] ? '\t' : ';';
    }

    private static void refuseEndlessLines(String text, char separator) throws Refused {
        int separators = 0;
        for (int at = 0; at < text.length(); at++) {
            char unit = text.charAt(at);
            separators = unit == '\n' || unit == '\r' ? 0 : separators;
            separators += unit == separator ? 1 : 0;
            if (separators > SEPARATORS_IN_A_LINE) {
                throw new Refused("too-many-columns", "a line without end");
            }
        }
    }
}
