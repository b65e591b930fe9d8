package org.assistcounter.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What there is no room for in memory comes to the same figures and errors. */
class RoomTest {
    private static final long LITTLE = 5_000;
    private static final int SALES = 300;

    private final TestJournal journal = TestExport.journal(0);

    private static String sale(int number) {
        return String.format("%026d", number);
    }

    /** Judged with so much room for open sales. */
    private record Judged(Books books, Findings findings) {
        static Judged of(TestJournal journal, long room) throws IOException {
            Books books = Books.ofWhole(SeenSales.ofAbout(SALES), room);
            Findings findings = new Findings();
            Reading records =
                    visitor -> {
                        for (int i = 0; i < journal.records.size(); i++) {
                            visitor.take(i + 1L, journal.records.get(i));
                        }
                    };
            records.each((ordinal, bytes) -> {
                JournalRecord record = JournalRecord.read(bytes, null);
                Header header = record.header();
                Fact fact = record.fact();
                if (header != null && fact != null) {
                    books.accept(ordinal, header, fact, findings);
                }
            });
            books.settle(records, findings);
            return new Judged(books, findings);
        }

        List<String> errors() {
            return findings.kept().stream().map(f -> f.seq() + " " + f.error()).sorted().toList();
        }

        List<SalesTable.Row> rows() throws IOException {
            List<SalesTable.Row> rows = new ArrayList<>();
            books.table().each(rows::add);
            return rows;
        }
    }

    private void comesToTheSame(int errors) throws IOException {
        Judged much = Judged.of(journal, Sales.ROOM);
        Judged little = Judged.of(journal, LITTLE);

        assertThat(little.errors()).isEqualTo(much.errors()).hasSize(errors);
        assertThat(little.rows()).isEqualTo(much.rows()).isNotEmpty();
        assertThat(little.books().openSales()).isEqualTo(much.books().openSales());
        assertThat(little.books().totals()).isEqualTo(much.books().totals());
    }

    @Test
    void manySalesThatAreOpenAtOnceAreAllJudged() throws IOException {
        for (int i = 0; i < SALES; i++) {
            journal.open(sale(i), 100).pay(sale(i), "approved", 100).command(sale(i));
        }
        for (int i = 0; i < SALES; i++) {
            if (i % 3 == 0) {
                journal.hold(sale(i), "unproven-delivery", 100).close(sale(i), "case", 100, 0, 100);
            } else if (i % 3 == 1) {
                journal.dispense(sale(i), "delivered", 100);
                journal.close(sale(i), "delivered", 99, 0, 0);
            }
        }

        comesToTheSame(SALES / 3);
    }

    @Test
    void errorsBeforeAndBehindTheLastRoomAreToldOnce() throws IOException {
        journal.sell(sale(SALES), 100).request(sale(SALES), 100);
        for (int i = 0; i < SALES; i++) {
            journal.open(sale(i), 100).command(sale(i));
        }
        for (int i = 0; i < SALES; i++) {
            journal.open(sale(i), 100);
        }
        for (int i = 0; i < SALES; i++) {
            journal.close(sale(i), "unpaid", 0, 0, 0).open(sale(i), 100);
        }

        comesToTheSame(1 + 3 * SALES);
    }

    @Test
    void aTableThatLiesOnDiskHasEachRowOnceAndInOrder() throws IOException {
        Random random = new Random(7);
        try (SalesTable much = new SalesTable();
                SalesTable little = new SalesTable(LITTLE);
                SalesTable sum = new SalesTable(LITTLE)) {
            Sales none = Sales.ofAll(SeenSales.ofAbout(0), false, Sales.ROOM);
            for (int i = 0; i < 20_000; i++) {
                Fact fact = delivered("水-" + random.nextInt(3_000), 1 + random.nextInt(500));
                long wall = random.nextLong(3 * 86_400_000L);
                much.accept(wall, fact, none);
                little.accept(wall, fact, none);
            }
            sum.addAll(little);

            assertThat(rows(little)).isEqualTo(rows(much)).hasSizeGreaterThan(5_000);
            assertThat(rows(sum)).isEqualTo(rows(much));
            // A table can be shown again.
            assertThat(rows(sum)).isEqualTo(rows(much));
        }
    }

    private static List<SalesTable.Row> rows(SalesTable table) throws IOException {
        List<SalesTable.Row> rows = new ArrayList<>();
        table.each(rows::add);
        return rows;
    }

    private static Fact delivered(String product, int amount) {
        TestJournal one = new TestJournal().dispense(sale(1), "delivered", amount, product);
        return Objects.requireNonNull(JournalRecord.read(one.records.getFirst(), null).fact());
    }
}
