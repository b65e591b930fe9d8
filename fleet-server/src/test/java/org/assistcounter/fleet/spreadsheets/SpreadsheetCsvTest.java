package org.assistcounter.fleet.spreadsheets;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadsheetCsvTest {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String PEOPLE = "姓名,县\r\n㛃先生,洛川县\r\n𠮷女士,周至县\r\n";
    private static final List<List<String>> READ =
            List.of(List.of("㛃先生", "洛川县"), List.of("𠮷女士", "周至县"));

    @Test
    void readsUtf8WithAndWithoutItsMark() {
        assertThat(Read.cells(Read.table(PEOPLE))).isEqualTo(READ);
        assertThat(Read.table("\uFEFF" + PEOPLE).header()).containsExactly("姓名", "县");
    }

    @Test
    void readsGb18030WithRareCharacters() {
        assertThat(Read.cells(Read.table(PEOPLE.getBytes(GB18030)))).isEqualTo(READ);
    }

    @Test
    void readsUtf16OfBothOrders() {
        assertThat(Read.cells(Read.table(("\uFEFF" + PEOPLE).getBytes(UTF_16LE)))).isEqualTo(READ);
        assertThat(Read.cells(Read.table(("\uFEFF" + PEOPLE).getBytes(UTF_16BE)))).isEqualTo(READ);
    }

    @Test
    void refusesTwoEncodingsInOneFile() {
        byte[] mixed = joined("姓名,县\n王小明,洛川县\n".getBytes(GB18030), "李苹果,周至县\n".getBytes(UTF_8));

        assertThat(Spreadsheets.read(mixed))
                .isEqualTo(new Unreadable("mixed-encodings", "UTF-8 in line 3, not in line 1"));
    }

    @Test
    void refusesTwoEncodingsInOneLine() {
        byte[] mixed = joined("姓名,县\n王小明,".getBytes(GB18030), "周至县猕猴桃\n".getBytes(UTF_8));

        assertThat(Read.refusal(mixed)).isEqualTo("mixed-encodings");
    }

    @Test
    void takesAllUsualCharactersInGb18030ForWhatTheyAre() {
        StringBuilder text = new StringBuilder("县\n");
        for (int lead = 0xB0; lead <= 0xF7; lead++) {
            for (int trail = 0xA1; trail <= 0xFE; trail++) {
                text.append(new String(new byte[] {(byte) lead, (byte) trail}, GB18030));
                text.append(trail % 3 == 0 ? "\n" : "");
            }
        }
        byte[] file = text.toString().getBytes(GB18030);

        assertThat(Spreadsheets.read(file)).isInstanceOf(Table.class);
    }

    @Test
    void refusesWhatIsInNoKnownEncoding() {
        assertThat(Read.refusal("name\ncafé\n".getBytes(ISO_8859_1))).isEqualTo("wrong-encoding");
        assertThat(Read.refusal(joined(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, -1})))
                .isEqualTo("wrong-encoding");
    }

    @Test
    void refusesWhatIsNoText() {
        assertThat(Read.refusal("name,\0\n")).isEqualTo("not-text");
        assertThat(Read.refusal(joined(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0})))
                .isEqualTo("old-excel");
        assertThat(Read.refusal("")).isEqualTo("empty");
        assertThat(Read.refusal("\r\n , \r\n")).isEqualTo("empty");
    }

    @Test
    void findsTheSeparatorInTheHeader() {
        assertThat(Read.cells(Read.table("a;b,c;d\n1;2,5;3\n")))
                .containsExactly(List.of("1", "2,5", "3"));
        assertThat(Read.cells(Read.table("a\tb\n1\t2,3,4\n")))
                .containsExactly(List.of("1", "2,3,4"));
        assertThat(Read.table("\n\"a;;;;\",b\n1,2\n").header()).containsExactly("a;;;;", "b");
    }

    @Test
    void keepsLineBreaksAndQuotesWithinQuotes() {
        Table table = Read.table("a,b\r\n\"one\r\ntwo\",\"say \"\"so\"\"\"\r\nx,y\r\n");

        assertThat(Read.cells(table))
                .containsExactly(List.of("one\r\ntwo", "say \"so\""), List.of("x", "y"));
        assertThat(table.rows()).extracting(Table.Row::number).containsExactly(2, 3);
    }

    @Test
    void numbersRowsAsASpreadsheetDoesAndPassesOverEmptyOnes() {
        Table table = Read.table("\n\na,b\n\n1,2\n,\n   \n3,4\n");

        assertThat(table.headerRow()).isEqualTo(3);
        assertThat(table.rows()).extracting(Table.Row::number).containsExactly(5, 8);
    }

    @Test
    void fillsShortRowsAndTellsLongOnes() {
        Table table = Read.table("a,b\n1\n1,2,,\n1,2,,surplus\n");

        assertThat(Read.cells(table))
                .containsExactly(List.of("1", ""), List.of("1", "2"), List.of("1", "2"));
        assertThat(table.rows()).extracting(row -> row.flaws().size()).containsExactly(0, 0, 1);
        assertThat(table.rows().getLast().flaws())
                .containsExactly(new Table.Flaw(-1, "surplus", "too-many-cells"));
    }

    @Test
    void refusesQuotesThatDoNotEnd() {
        assertThat(Read.refusal("a,b\n1,\"2\n3,4\n")).isEqualTo("wrong-quotes");
        assertThat(Read.refusal("a,b\n1,\"2\"x\n3,4\n")).isEqualTo("wrong-quotes");
    }

    @Test
    void takesOffWhatASpreadsheetPutsBeforeTexts() {
        Table table = Read.table("'a,=\"b\"\n'0123,\"=\"\"0123\"\"\"\n=\"45\",=1+\"2\"\n");

        assertThat(table.header()).containsExactly("a", "b");
        assertThat(Read.cells(table))
                .containsExactly(List.of("0123", "0123"), List.of("45", "=1+\"2\""));
    }

    @Test
    void refusesWhatIsBeyondItsBounds() {
        assertThat(Read.refusal(new byte[10_000_001])).isEqualTo("too-big");
        assertThat(Read.refusal("a\n" + "1\n".repeat(100_001))).isEqualTo("too-many-rows");
        assertThat(Read.refusal("a,".repeat(100) + "a\n")).isEqualTo("too-many-columns");
        assertThat(Read.refusal("a\n" + ",".repeat(9_000_000))).isEqualTo("too-many-columns");
        assertThat(Read.refusal("a,".repeat(99) + "a\n" + "1\n".repeat(30_000)))
                .isEqualTo("too-much-text");
        assertThat(Read.table("a\n" + "1\n".repeat(100_000)).rows()).hasSize(100_000);
    }

    @Test
    void tellsACellThatIsTooLong() {
        Table table = Read.table("a,b\nx," + "字".repeat(10_001) + "\n");

        assertThat(table.rows().getFirst().flaws())
                .containsExactly(new Table.Flaw(1, "字".repeat(100), "cell-too-long"));
    }

    private static byte[] joined(byte[]... pieces) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            all.writeBytes(piece);
        }
        return all.toByteArray();
    }
}
