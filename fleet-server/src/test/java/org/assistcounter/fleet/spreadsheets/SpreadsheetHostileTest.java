package org.assistcounter.fleet.spreadsheets;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that were made to do harm, or were harmed themselves. */
class SpreadsheetHostileTest {

    private static final String ROW = "<row><c t='inlineStr'><is><t>a</t></is></c></row>";

    @Test
    void refusesAZipBomb() {
        byte[] bomb =
                HandmadeXlsx.ofRows(ROW).rawPart("xl/media/big.bin", new byte[201_000_000]).bytes();

        assertThat(bomb.length).isLessThan(1_000_000);
        assertThat(Read.refusal(bomb)).isEqualTo("unpacks-too-big");
    }

    @Test
    void refusesWhatUnpacksToManyTimesItself() {
        byte[] bomb =
                HandmadeXlsx.ofRows(ROW).rawPart("xl/media/big.bin", new byte[20_000_000]).bytes();

        assertThat(Read.refusal(bomb)).isEqualTo("unpacks-too-big");
    }

    @Test
    void readsNoFileThatAnEntityNames(@TempDir Path directory) throws IOException {
        Path secret = Files.writeString(directory.resolve("secret"), "the secret");
        String declared = "<!DOCTYPE x [<!ENTITY e SYSTEM '" + secret.toUri() + "'>]>";
        String asked = "<row><c t='inlineStr'><is><t>&e;</t></is></c></row>";
        HandmadeXlsx file = HandmadeXlsx.ofRows(ROW);

        Opened ofTheSheet =
                Spreadsheets.read(file.part(HandmadeXlsx.SHEET, declared + sheet(asked)).bytes());
        Opened ofTheStrings =
                Spreadsheets.read(
                        file.sheet(ROW)
                                .part(
                                        HandmadeXlsx.STRINGS,
                                        declared + "<sst><si><t>&e;</t></si></sst>")
                                .bytes());

        assertThat(List.of(ofTheSheet, ofTheStrings))
                .allSatisfy(read -> assertThat(read.toString()).contains("no spreadsheet program"))
                .allSatisfy(read -> assertThat(read.toString()).doesNotContain("secret"));
    }

    @Test
    void readsNoSuchFileEvenWithoutTheGuardBeforeTheParser(@TempDir Path directory)
            throws IOException {
        Path secret = Files.writeString(directory.resolve("secret"), "the secret");
        String asked = "<!DOCTYPE a [<!ENTITY e SYSTEM '%s'>]><a>&e;</a>".formatted(secret.toUri());

        assertThatExceptionOfType(XMLStreamException.class)
                .isThrownBy(() -> textOf(asked))
                .withMessageNotContaining("the secret");
    }

    @Test
    void refusesEntitiesThatWereNeverDeclared() {
        assertThat(refusalOfRows("<row><c t='inlineStr'><is><t>&e;</t></is></c></row>"))
                .isEqualTo("broken-xlsx");
    }

    @Test
    void takesNoMoreRoomThanThereAreCells() {
        assertThat(refusalOfRows(ROW + "<row><c r='ZZZZZZ2'><v>1</v></c></row>"))
                .isEqualTo("broken-xlsx");
        assertThat(refusalOfRows(ROW + "<row><c t='s'><v>2000000000</v></c></row>"))
                .isEqualTo("broken-xlsx");
        assertThat(refusalOfRows(ROW + "<row r='2000000000'><c><v>1</v></c></row>"))
                .isEqualTo("broken-xlsx");
        assertThat(refusalOfRows(ROW + "<row r='9'/><row r='8'/>")).isEqualTo("broken-xlsx");
        assertThat(refusalOfRows("<a>".repeat(100_000))).isEqualTo("broken-xlsx");
    }

    @Test
    void refusesADamagedPart() {
        byte[] file = HandmadeXlsx.ofRows(ROW).bytes();
        int sheet = new String(file, ISO_8859_1).indexOf(HandmadeXlsx.SHEET);
        file[sheet + HandmadeXlsx.SHEET.length() + 30] ^= 1;

        assertThat(Read.refusal(file)).isEqualTo("broken-xlsx");
    }

    @Test
    void refusesMoreListedPartsThanAnySpreadsheetHas() {
        byte[] file = HandmadeXlsx.ofRows(ROW).bytes();
        byte[] listed = Arrays.copyOf(file, file.length + 4 * 10_001);
        for (int at = file.length; at < listed.length; at += 4) {
            System.arraycopy(new byte[] {'P', 'K', 1, 2}, 0, listed, at, 4);
        }

        assertThat(Read.refusal(listed)).isEqualTo("unpacks-too-big");
    }

    @Test
    void keepsNoMoreOfAFullSheetThanItsBounds() {
        StringBuilder rows = new StringBuilder("<row>" + "<c><v>1</v></c>".repeat(100) + "</row>");
        for (int number = 0; number <= 25_000; number++) {
            rows.append("<row><c><v>").append(number * 7919L % 100_003).append("</v></c></row>");
        }

        assertThat(refusalOfRows(rows.toString())).isEqualTo("too-much-text");
    }

    @Test
    void refusesPiecesOfXmlWithoutEnd() {
        assertThat(refusalOfRows("<row><c t='" + "n".repeat(1_100_000) + "'/></row>"))
                .isEqualTo("broken-xlsx");
        assertThat(refusalOfRows("<!-- " + "< >".repeat(10) + " -->" + ROW))
                .isEqualTo("broken-xlsx");
    }

    @Test
    void refusesAnXlsxFileThatWasCutAnywhere() {
        byte[] file =
                Spreadsheets.xlsx(
                        "甲", List.of("a", "b"), List.of(List.of(Cell.whole(1), Cell.text("乙"))));

        for (int length = 4; length < file.length; length++) {
            assertThat(Read.refusal(Arrays.copyOf(file, length))).isEqualTo("broken-xlsx");
        }
    }

    @Test
    void saysOfAnyZipFileThatItIsNoSpreadsheet() {
        assertThat(Read.refusal(new HandmadeXlsx().part("readme.txt", "hello").bytes()))
                .isEqualTo("broken-xlsx");
    }

    @Test
    void neverThrowsWhateverHappensToTheBytes() {
        SplittableRandom random = new SplittableRandom(20261122);
        List<byte[]> samples =
                List.of(
                        HandmadeXlsx.ofRows(ROW + "<row><c t='s'><v>1</v></c></row>").bytes(),
                        Spreadsheets.xlsx("a", List.of("a"), List.of(List.of(Cell.fen(1280)))),
                        "姓名,县\r\n\"㛃\n\",洛川\r\n".getBytes(UTF_8),
                        "姓名;县\r\n𠮷;洛川\r\n".getBytes(TextDecoding.GB18030));

        for (int round = 0; round < 20_000; round++) {
            byte[] file = harmed(samples.get(round % samples.size()), random);
            assertThat(Spreadsheets.read(file)).isInstanceOfAny(Table.class, Unreadable.class);
        }
    }

    @Test
    void neverThrowsWhateverHappensToAPart() {
        SplittableRandom random = new SplittableRandom(20261123);
        String rows =
                ROW
                        + "<row r='2'><c r='A2' s='1'><v>46348.5</v></c><c"
                        + " t='e'><v>#N/A</v></c></row><row r='3'><c r='B3' t='s'><v>1</v></c><c"
                        + " t='d'><v>2026</v></c></row>";

        for (int round = 0; round < 1_500; round++) {
            byte[] harmed = harmed(("<?xml version='1.0'?>" + sheet(rows)).getBytes(UTF_8), random);
            byte[] file = HandmadeXlsx.ofRows("").rawPart(HandmadeXlsx.SHEET, harmed).bytes();
            assertThat(Spreadsheets.read(file)).isInstanceOfAny(Table.class, Unreadable.class);
        }
    }

    /** Some bytes changed, some removed, some doubled. */
    private static byte[] harmed(byte[] sound, SplittableRandom random) {
        byte[] file = Arrays.copyOf(sound, sound.length);
        for (int times = random.nextInt(1, 6); times > 0; times--) {
            file[random.nextInt(file.length)] = (byte) random.nextInt(256);
        }
        int from = random.nextInt(file.length);
        int to = random.nextInt(from, Math.min(file.length, from + 20) + 1);
        if (random.nextInt(4) == 0) {
            System.arraycopy(file, from, file, 0, to - from);
        }
        return random.nextInt(4) == 0 ? Arrays.copyOfRange(file, 0, to) : file;
    }

    private static String textOf(String xml) throws IOException, XMLStreamException {
        try (Xml reader = new Xml(new ByteArrayInputStream(xml.getBytes(UTF_8)))) {
            assertThat(reader.next()).isTrue();
            return reader.text("a");
        }
    }

    private static String sheet(String rows) {
        return "<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
    }

    private static String refusalOfRows(String rows) {
        return Read.refusal(HandmadeXlsx.ofRows(rows).bytes());
    }
}
