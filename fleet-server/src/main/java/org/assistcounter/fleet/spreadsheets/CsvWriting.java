package org.assistcounter.fleet.spreadsheets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Rows as CSV, each cell guarded against being run as a formula. */
final class CsvWriting {

    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setRecordSeparator("\r\n").get();

    private final Charset charset;
    private final String mark;

    CsvWriting(Spreadsheets.Encoding encoding) {
        charset =
                switch (encoding) {
                    case UTF_8 -> StandardCharsets.UTF_8;
                    case GB18030 -> TextDecoding.GB18030;
                };
        mark = charset.equals(StandardCharsets.UTF_8) ? "\uFEFF" : "";
    }

    byte[] file(List<String> header, List<List<Cell>> rows) {
        StringBuilder text = new StringBuilder(mark);
        print(text, List.of(header.stream().map(Cell::text).toList()));
        print(text, rows);
        return text.toString().getBytes(charset);
    }

    byte[] rows(List<List<Cell>> rows) {
        StringBuilder text = new StringBuilder();
        print(text, rows);
        return text.toString().getBytes(charset);
    }

    private static void print(StringBuilder text, List<List<Cell>> rows) {
        try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
            for (List<Cell> row : rows) {
                printer.printRecord(row.stream().map(CsvWriting::guarded));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String guarded(Cell cell) {
        return switch (cell) {
            case Cell.Text(String text) -> Guards.on(text);
            case Cell.Whole whole -> whole.plain();
            case Cell.Money money -> money.plain();
            case Cell.Day day -> Guards.on(day.plain());
        };
    }
}
