package org.assistcounter.fleet.spreadsheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadsheetXlsxTest {

    private static final String HEADER =
            "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1'"
                    + " t='inlineStr'><is><t>b</t></is></c></row>";

    @Test
    void readsTextsOfEveryKind() {
        Table table =
                read(
                        "<row r='2'><c r='A2' t='s'><v>1</v></c>"
                                + "<c r='B2' t='str'><f>A2&amp;\"x\"</f><v>甲x</v></c></row>"
                                + "<row r='3'><c r='A3' t='inlineStr'><is><r><t>乙</t></r>"
                                + "<rPh sb='0' eb='1'><t>yi</t></rPh></is></c>"
                                + "<c r='B3' t='b'><v>1</v></c></row>");

        assertThat(table.header()).containsExactly("名称", "b");
        assertThat(Read.cells(table)).containsExactly(List.of("甲", "甲x"), List.of("乙", "true"));
    }

    @Test
    void showsNumbersAsAPersonSeesThem() {
        assertThat(number("12.0", "0")).isEqualTo("12");
        assertThat(number("1.0E7", "0")).isEqualTo("10000000");
        assertThat(number("1.1000000000000001", "3")).isEqualTo("1.1");
        assertThat(number("12.799999999999999", "3")).isEqualTo("12.8");
        assertThat(number("-1.5e-3", "5")).isEqualTo("-0.0015");
        assertThat(number("6901234567890123456", "0")).isEqualTo("6901234567890123456");
        assertThat(number("1e308", "0")).hasSize(309);
        assertThat(number("1e999999999", "0")).isEqualTo("1e999999999");
    }

    @Test
    void showsDaysAsDays() {
        assertThat(number("46348", "1")).isEqualTo("2026-11-22");
        assertThat(number("46348", "2")).isEqualTo("2026-11-22");
        assertThat(number("46348.75", "2")).isEqualTo("2026-11-22 18:00:00");
        assertThat(number("0.75", "4")).isEqualTo("18:00:00");
        assertThat(number("1", "1")).isEqualTo("1900-01-01");
        assertThat(number("61", "1")).isEqualTo("1900-03-01");
        assertThat(number("2958465", "1")).isEqualTo("9999-12-31");
        assertThat(number("99999999", "1")).isEqualTo("99999999");
        assertThat(number("46348", "3")).isEqualTo("46348");
    }

    @Test
    void countsDaysFrom1904WhenTheFileDoes() {
        byte[] file =
                HandmadeXlsx.ofRows(HEADER + "<row><c s='1'><v>44886</v></c></row>")
                        .part(
                                "xl/workbook.xml",
                                HandmadeXlsx.workbook("<sheet name='A' r:id='s'/>", "date1904='1'"))
                        .bytes();

        assertThat(Read.cells(Read.table(file))).containsExactly(List.of("2026-11-22", ""));
    }

    @Test
    void tellsFormulasThatFailedOrWereNeverComputed() {
        Table table =
                read(
                        "<row r='2'><c r='A2' t='e'><f>1/0</f><v>#DIV/0!</v></c>"
                                + "<c r='B2'><f>A1+1</f></c></row>");

        assertThat(table.rows().getFirst().flaws())
                .containsExactly(
                        new Table.Flaw(0, "#DIV/0!", "formula-error"),
                        new Table.Flaw(1, "", "formula-without-value"));
    }

    @Test
    void keepsTheNumbersOfRowsAndTheHolesInThem() {
        Table table =
                read(
                        "<row r='4'><c r='B4'><v>4</v></c></row><row r='5'><c r='A5' s='1'/></row>"
                                + "<row r='9'><c r='A9'><v>9</v></c><c r='ZZ9'><v>1</v></c></row>");

        assertThat(Read.cells(table)).containsExactly(List.of("", "4"), List.of("9", ""));
        assertThat(table.rows()).extracting(Table.Row::number).containsExactly(4, 9);
        assertThat(table.rows().getLast().flaws())
                .containsExactly(new Table.Flaw(-1, "1", "too-many-cells"));
    }

    @Test
    void readsTheFirstSheetThatIsSeenAndHoldsATable() {
        byte[] file =
                HandmadeXlsx.ofRows(HEADER + "<row><c><v>1</v></c></row>")
                        .part(
                                "xl/workbook.xml",
                                HandmadeXlsx.workbook(
                                        "<sheet name='X' state='hidden' r:id='s'/>"
                                                + "<sheet name='C' r:id='t'/>"
                                                + "<sheet name='A' r:id='second'/>",
                                        ""))
                        .part(
                                "xl/_rels/workbook.xml.rels",
                                HandmadeXlsx.relations(
                                        "s",
                                        "worksheet",
                                        "worksheets/sheet1.xml",
                                        "t",
                                        "chartsheet",
                                        "worksheets/sheet1.xml",
                                        "second",
                                        "worksheet",
                                        "worksheets/sheet2.xml"))
                        .part(
                                "xl/worksheets/sheet2.xml",
                                "<worksheet><sheetData><row><c><v>7</v></c></row></sheetData>"
                                        + "</worksheet>")
                        .bytes();

        assertThat(Read.table(file).header()).containsExactly("7");
    }

    @Test
    void readsWhatXmlCannotHoldFromItsEscapes() {
        Table table =
                read("<row><c t='inlineStr'><is><t>a_x000D_b_x005F_x0041_</t></is></c></row>");

        assertThat(Read.cells(table)).containsExactly(List.of("a\rb_x0041_", ""));
    }

    private static Table read(String rows) {
        return Read.table(HandmadeXlsx.ofRows(HEADER + rows).bytes());
    }

    private static String number(String value, String style) {
        Table table =
                read("<row r='2'><c r='A2' s='%s'><v>%s</v></c></row>".formatted(style, value));
        return table.rows().getFirst().cells().getFirst();
    }
}
