package org.assistcounter.fleet.spreadsheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assistcounter.fleet.spreadsheets.Spreadsheets.Encoding.GB18030;
import static org.assistcounter.fleet.spreadsheets.Spreadsheets.Encoding.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** What is written is read as it was. */
class SpreadsheetRoundTripTest {

    private static final String[] PIECES = {
        "=", "+", "-", "@", "'", "\"", ",", ";", "\t", "\r", "\n", " ", "0", "12.5", "苹果", "𠮷",
        "㛃", "_x0041_", "=\"", "a", "<", "&", "＝", "\\", "#", "_x"
    };

    @Test
    void readsEveryTextOfACsvFileAsItWas() {
        List<List<Cell>> rows = randomRows(1, 2_000);

        assertThat(Read.cells(Read.table(Spreadsheets.csv(header(), rows, UTF_8))))
                .isEqualTo(plain(rows));
        assertThat(Read.cells(Read.table(Spreadsheets.csv(header(), rows, GB18030))))
                .isEqualTo(plain(rows));
    }

    @Test
    void readsEveryTextOfAnXlsxFileAsItWas() {
        List<List<Cell>> rows = randomRows(2, 2_000);

        assertThat(Read.cells(Read.table(Spreadsheets.xlsx("甲/乙", header(), rows))))
                .isEqualTo(plain(rows));
    }

    @Test
    void readsWhatAnotherReaderReads() throws IOException {
        List<List<Cell>> rows = randomRows(3, 300);
        byte[] file = Spreadsheets.xlsx("a", header(), rows);
        Table table = Read.table(file);

        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file));
                Stream<Row> theirs = book.getFirstSheet().openStream()) {
            List<Row> all = theirs.toList();
            for (Table.Row ours : table.rows()) {
                Row row = all.get(ours.number() - 1);
                assertThat(row.getRowNum()).isEqualTo(ours.number());
                assertThat(row.getCellText(2)).isEqualTo(ours.cells().get(2));
                assertThat(ours.cells().get(0)).isEqualTo(withoutEscapes(row.getCellText(0)));
            }
        }
    }

    @Test
    void writesNumbersMoneyAndDaysAsSuch() throws IOException {
        List<Cell> row =
                List.of(Cell.whole(-7), Cell.fen(1280), Cell.date(LocalDate.of(2026, 11, 22)));
        byte[] file = Spreadsheets.xlsx("a", List.of("n", "m", "d"), List.of(row));

        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file));
                Stream<Row> rows = book.getFirstSheet().openStream()) {
            Row written = rows.toList().get(1);
            assertThat(written.getCellAsNumber(0)).contains(BigDecimal.valueOf(-7));
            assertThat(written.getCellAsNumber(1)).contains(new BigDecimal("12.80"));
            assertThat(written.getCellAsDate(2))
                    .contains(LocalDate.of(2026, 11, 22).atStartOfDay());
        }
        assertThat(Read.cells(Read.table(file)))
                .containsExactly(List.of("-7", "12.8", "2026-11-22"));
    }

    @Test
    void writesAsTextWhatASpreadsheetWouldChange() {
        List<Cell> row =
                List.of(
                        Cell.whole(Long.MAX_VALUE),
                        Cell.whole(Long.MIN_VALUE),
                        Cell.fen(Long.MAX_VALUE),
                        Cell.date(LocalDate.of(1900, 1, 1)));
        byte[] file = Spreadsheets.xlsx("a", List.of("a", "b", "c", "d"), List.of(row));

        assertThat(Read.cells(Read.table(file)))
                .containsExactly(
                        List.of(
                                "9223372036854775807",
                                "-9223372036854775808",
                                "92233720368547758.07",
                                "1900-01-01"));
    }

    @Test
    void writesNothingThatASpreadsheetWouldRun() {
        List<List<Cell>> rows =
                Stream.of("=1+1", "+1", "-1+1", "@A1", "\t=1", "\r=1", "＝1", "-12.5", "'=1", "1-1")
                        .map(text -> List.of(Cell.text(text)))
                        .toList();

        String written =
                new String(Spreadsheets.csv(List.of("=h"), rows, UTF_8), StandardCharsets.UTF_8);

        assertThat(written)
                .isEqualTo(
                        "\uFEFF'=h\r\n"
                                + "'=1+1\r\n"
                                + "'+1\r\n"
                                + "'-1+1\r\n"
                                + "'@A1\r\n"
                                + "'\t=1\r\n"
                                + "\"'\r"
                                + "=1\"\r\n"
                                + "'＝1\r\n"
                                + "-12.5\r\n"
                                + "''=1\r\n"
                                + "1-1\r\n");
        assertThat(Read.cells(Read.table(written))).isEqualTo(plain(rows));
    }

    @Test
    void streamsTheSameFileInPieces() {
        List<List<Cell>> rows = randomRows(4, 1_200);
        ByteArrayOutputStream streamed = new ByteArrayOutputStream();

        Flux<byte[]> pieces = Spreadsheets.csv(header(), Flux.fromIterable(rows), GB18030);
        pieces.doOnNext(streamed::writeBytes).blockLast();

        assertThat(streamed.toByteArray()).isEqualTo(Spreadsheets.csv(header(), rows, GB18030));
    }

    @Test
    void writesAndReadsAFullFileOfEachKind() {
        List<List<Cell>> rows = new ArrayList<>();
        for (int row = 0; row < 100_000; row++) {
            rows.add(List.of(Cell.text("洛川苹果" + row), Cell.fen(row), Cell.whole(row % 7)));
        }

        assertThat(Read.table(Spreadsheets.csv(header(), rows, UTF_8)).rows()).hasSize(100_000);
        assertThat(Read.table(Spreadsheets.xlsx("a", header(), rows)).rows()).hasSize(100_000);
    }

    /** The other reader leaves these to its caller. */
    private static String withoutEscapes(String text) {
        return Guards.off(text.replace("_x005F_", "_"));
    }

    private static List<String> header() {
        return List.of("名称", "备注", "number");
    }

    private static List<List<Cell>> randomRows(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        List<List<Cell>> rows = new ArrayList<>();
        for (int row = 0; row < count; row++) {
            Cell number = Cell.whole(random.nextLong(-1_000_000, 1_000_000));
            rows.add(List.of(Cell.text(text(random)), Cell.text(text(random)), number));
        }
        return rows;
    }

    private static String text(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (int pieces = random.nextInt(6); pieces > 0; pieces--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    private static List<List<String>> plain(List<List<Cell>> rows) {
        return rows.stream().map(row -> row.stream().map(Cell::plain).toList()).toList();
    }
}
