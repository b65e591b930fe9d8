package org.assistcounter.fleet.spreadsheets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Rows as XLSX. A text is a text there whatever it begins with; numbers, money and days are such.
 */
final class XlsxWriting {

    private static final int CHARS_MAX = 32_767;
    private static final int WIDTH_MIN = 10;
    private static final int WIDTH_MAX = 50;
    private static final int ROWS_MEASURED = 50;
    private static final int FLUSHED_EVERY = 1_000;

    /** Above it a spreadsheet would round. */
    private static final long EXACT_MAX = 999_999_999_999_999L;

    /** Before it the days of spreadsheets are not those of the calendar. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    /** What XML cannot hold, and what would be read as the escape for it. */
    private static final Pattern TO_ESCAPE =
            Pattern.compile(
                    "[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)");

    private XlsxWriting() {}

    static byte[] file(String name, List<String> header, List<List<Cell>> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Assistance Counter", "1.0")) {
            Worksheet sheet = book.newWorksheet(name);
            sheet.freezePane(0, 1);
            for (int column = 0; column < header.size(); column++) {
                sheet.value(0, column, escaped(header.get(column)));
                sheet.style(0, column).bold().set();
                sheet.width(column, width(header.get(column), column, rows));
            }
            for (int row = 0; row < rows.size(); row++) {
                write(sheet, row + 1, rows.get(row));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void write(Worksheet sheet, int row, List<Cell> cells) throws IOException {
        for (int column = 0; column < cells.size(); column++) {
            write(sheet, row, column, cells.get(column));
        }
        if (row % FLUSHED_EVERY == 0) {
            sheet.flush();
        }
    }

    private static void write(Worksheet sheet, int row, int column, Cell cell) {
        switch (cell) {
            case Cell.Whole(long number) when Math.abs(number) <= EXACT_MAX ->
                    sheet.value(row, column, number);
            case Cell.Money money when Math.abs(money.fen()) <= EXACT_MAX -> {
                sheet.value(row, column, money.yuan());
                sheet.style(row, column).format("#,##0.00").set();
            }
            case Cell.Day(LocalDate date)
                    when !date.isBefore(FIRST_DAY) && !date.isAfter(LAST_DAY) -> {
                sheet.value(row, column, date);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            case Cell.Whole _, Cell.Money _, Cell.Day _ ->
                    sheet.value(row, column, escaped(cell.plain()));
            case Cell.Text(String text) when text.isEmpty() -> {}
            case Cell.Text(String text) -> sheet.value(row, column, escaped(text));
        }
    }

    private static String escaped(String text) {
        String guarded = Guards.onTyped(text);
        if (guarded.length() > CHARS_MAX) {
            throw new IllegalArgumentException("A spreadsheet's cell holds less: " + text.length());
        }
        return TO_ESCAPE
                .matcher(guarded)
                .replaceAll(found -> "_x%04X_".formatted((int) found.group().charAt(0)));
    }

    /** Of the longest of the first rows; a Chinese character is as wide as two others. */
    private static int width(String heading, int column, List<List<Cell>> rows) {
        int width = Math.max(WIDTH_MIN, width(heading));
        for (List<Cell> row : rows.subList(0, Math.min(rows.size(), ROWS_MEASURED))) {
            width = Math.max(width, column < row.size() ? width(row.get(column).plain()) : 0);
        }
        return Math.min(width, WIDTH_MAX);
    }

    private static int width(String text) {
        return 2 + text.chars().map(unit -> unit < 0x2E80 ? 1 : 2).sum();
    }
}
