package org.assistcounter.protocol.gs1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ElementStringTest {
    private static final int YEAR = 2026;
    private static final Gtin APPLE = new Gtin("06901234567892");
    private static final String ARTICLE = "0106901234567892";
    private static final LotCode ALL =
            new LotCode(
                    APPLE,
                    "LOT26A",
                    "S/1",
                    new LotDates(
                            LocalDate.of(2026, 11, 1),
                            LocalDate.of(2026, 11, 2),
                            LocalDate.of(2026, 12, 20),
                            LocalDate.of(2026, 12, 31)),
                    12,
                    new BigDecimal("1.250"));

    @Test
    void writesThePredefinedLengthsFirstAndSeparatesOnlyTheOthers() {
        assertThat(ElementString.scanned(ALL))
                .isEqualTo(
                        "0106901234567892112611011326110215261220172612313103001250"
                                + "10LOT26A~21S/1~3712".replace('~', ElementString.SEPARATOR));
        assertThat(ElementString.bracketed(ALL))
                .isEqualTo(
                        "(01)06901234567892(11)261101(13)261102(15)261220(17)261231(3103)001250"
                                + "(10)LOT26A(21)S/1(37)12");
        assertThat(ElementString.scanned(LotCode.of(APPLE, "A"))).isEqualTo(ARTICLE + "10A");
    }

    @Test
    void readsWhatItWrote() throws Exception {
        assertThat(ElementString.read(ElementString.scanned(ALL), YEAR)).isEqualTo(ALL);
        assertThat(ElementString.read(ElementString.bracketed(ALL), YEAR)).isEqualTo(ALL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "]C1", "]d2", "]Q3", "]e0", "~", "]C1~"})
    void readsTheScannerForms(String prefix) throws Exception {
        String scanned = scanned(prefix + ARTICLE + "10LOT26A~15261220");

        LotCode code = ElementString.read(scanned, YEAR);

        assertThat(code.gtin()).isEqualTo(APPLE);
        assertThat(code.lot()).isEqualTo("LOT26A");
        assertThat(code.dates().bestBefore()).isEqualTo(LocalDate.of(2026, 12, 20));
    }

    @Test
    void bearsSeparatorsThatAreNotNeeded() throws Exception {
        assertThat(ElementString.read(scanned(ARTICLE + "~10LOT26A~"), YEAR))
                .isEqualTo(LotCode.of(APPLE, "LOT26A"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(01)06901234567892(10)LOT26A",
                "(10)LOT26A(01)06901234567892",
                "(01) 06901234567892 (10) LOT26A ",
                "（01）06901234567892（10）LOT26A",
                "]C1(01)06901234567892(10)LOT26A"
            })
    void readsWhatPeopleWrite(String text) throws Exception {
        assertThat(ElementString.read(text, YEAR)).isEqualTo(LotCode.of(APPLE, "LOT26A"));
    }

    @Test
    void keepsBracketsOfAValueApart() throws Exception {
        LotCode code = LotCode.of(APPLE, "A(15)(1)\"B");

        assertThat(ElementString.bracketed(code))
                .isEqualTo("(01)06901234567892(10)A\\(15)\\(1)\"B");
        assertThat(ElementString.read(ElementString.bracketed(code), YEAR)).isEqualTo(code);
        assertThat(ElementString.read("(01)06901234567892(10)A(1)B", YEAR).lot())
                .isEqualTo("A(1)B");
    }

    /** GS1 General Specifications, figure 7.8.5-2, and some of variable length of section 3.2. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "00106141412345678908",
                "0206901234567892",
                "12261231",
                "16261231",
                "2099",
                "3922010~",
                "3302001250",
                "4106901234567892",
                "422156~",
                "7007261101~",
                "9981-2~"
            })
    void skipsWhatItHasNoUseFor(String element) throws Exception {
        String text = scanned(element + ARTICLE + "10LOT26A");

        assertThat(ElementString.read(text, YEAR)).isEqualTo(LotCode.of(APPLE, "LOT26A"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "0106901234567890 | wrong-check-digit | (01) at character 1: wrong check digit:",
                "01069012345678 | truncated | (01) at character 1: ends after 12 of 14",
                "0106901234567892152612 | truncated | (15) at character 17: ends after 4 of 6",
                "0106901234567892~1 | truncated | the code ends within the application identifier"
                        + " at character 18",
                "010690123456789X | not-digits | (01) at character 1: 0690123456789X",
                "010690123456789226A | unknown-identifier | '2' at character 17 begins no known",
                "0106901234567892x | unknown-identifier | 'x' at character 17 begins no known",
                "0106901234567892~~10A | unknown-identifier | U+001D at character 18",
                "0106901234567892319612 | unknown-identifier | '3' at character 17",
                "010690123456789210 | empty-value | (10) at character 17: there is no value",
                "010690123456789210~21A | empty-value | (10) at character 17",
                "010690123456789210LOT26A1526122021SERIAL | separator-missing | (10) at character"
                        + " 17: 22 characters up to the end, at most 20: the FNC1",
                "010690123456789210LOT26A1526122021SERIAL~371 | value-too-long | (10) at character"
                        + " 17: 22 characters, at most 20",
                "010690123456789210LOT#1 | wrong-character | (10) at character 17: character 4 of"
                        + " the value, '#',",
                "010690123456789210甲 | wrong-character | character 1 of the value, U+7532,",
                "010690123456789210A~10B | said-twice | (10) at character 21: B, but it is A",
                "010690123456789231030012503102001250 | said-twice | (3102) at character 27",
                "3103001250 | no-gtin | (01) is missing",
                "0106901234567892371A | not-digits | (37) at character 17: 1A",
                "(1)06901234567892 | unknown-identifier | the first bracket",
                "(01)06901234567892(26)1 | unknown-identifier | (26) at character 19 is no known",
                "(01)06901234567892(10)A B | wrong-character | U+0020",
                "(01)06901234567892(15)2612 | truncated | (15) at character 19: ends after 4",
                "(01)06901234567892(10)ABCDEFGHIJKLMNOPQRSTU | value-too-long | 21 characters"
            })
    void refusesWithTheWordAndThePlace(String text, String word, String sentence) {
        MalformedGs1Exception refused = refusal(scanned(text));

        assertThat(refused.reason().word()).isEqualTo(word);
        assertThat(refused.sentence()).contains(sentence);
    }

    @Test
    void takesTheSameTwice() throws Exception {
        assertThat(ElementString.read(scanned(ARTICLE + "10A~10A~" + ARTICLE), YEAR))
                .isEqualTo(LotCode.of(APPLE, "A"));
    }

    /** GS1 General Specifications, 3.4: the examples of 130200 and 160200 are theirs. */
    @ParameterizedTest
    @CsvSource({
        "15130200, 2013-02-28",
        "15160200, 2016-02-29",
        "15261200, 2026-12-31",
        "15270400, 2027-04-30",
        "15280229, 2028-02-29",
        "15261220, 2026-12-20"
    })
    void takesDayZeroForTheLastOfTheMonth(String element, LocalDate day) throws Exception {
        assertThat(ElementString.read(ARTICLE + element, YEAR).dates().bestBefore()).isEqualTo(day);
        String useBy = "17" + element.substring(2);
        assertThat(ElementString.read(ARTICLE + useBy, YEAR).dates().useBy()).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({
        "11261200, no-day, 'a day is needed'",
        "13261200, no-day, 'a day is needed'",
        "15260020, no-such-date, there is no month 00",
        "15261301, no-such-date, there is no month 13",
        "15261232, no-such-date, 2026-12 has no day 32",
        "17260230, no-such-date, 2026-02 has no day 30",
        "17270229, no-such-date, 2027-02 has no day 29",
        "11261131, no-such-date, 2026-11 has no day 31"
    })
    void refusesADayThatIsNone(String element, String word, String sentence) {
        MalformedGs1Exception refused = refusal(ARTICLE + element);

        assertThat(refused.reason().word()).isEqualTo(word);
        assertThat(refused.sentence()).contains("at character 17: ", sentence);
    }

    /** GS1 General Specifications, 7.12: from 49 years back to 50 years ahead. */
    @ParameterizedTest
    @CsvSource({
        "2026, 76, 2076",
        "2026, 77, 1977",
        "2026, 99, 1999",
        "2026, 00, 2000",
        "2026, 26, 2026",
        "2049, 99, 2099",
        "2049, 00, 2000",
        "2050, 00, 2100",
        "2050, 01, 2001",
        "2099, 49, 2149",
        "2099, 50, 2050",
        "2000, 50, 2050",
        "2000, 51, 1951"
    })
    void findsTheCenturyByTheReferenceYear(int reference, String digits, int year)
            throws Exception {
        LotCode code = ElementString.read(ARTICLE + "15" + digits + "0131", reference);

        assertThat(code.dates().bestBefore()).isEqualTo(LocalDate.of(year, 1, 31));
    }

    @Test
    void fitsAGs1128UpTo48Characters() {
        LotCode longest = LotCode.of(APPLE, "A".repeat(20));

        assertThat(ElementString.fitsGs1128(longest)).isTrue();
        assertThat(ElementString.fitsGs1128(ALL)).isFalse();
    }

    @Test
    void isNeverMadeOfWhatNoCodeCanCarry() {
        assertThatThrownBy(() -> LotCode.of(APPLE, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lot");
        assertThatThrownBy(() -> LotCode.of(APPLE, "A".repeat(21)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> weighing("1000000")).hasMessageContaining("net weight");
        assertThatThrownBy(() -> weighing("0.000001")).hasMessageContaining("net weight");
        assertThatThrownBy(() -> weighing("-1")).hasMessageContaining("net weight");
        assertThatThrownBy(() -> weighing("1E+3")).hasMessageContaining("net weight");
    }

    private static LotCode weighing(String kilograms) {
        return new LotCode(APPLE, null, null, LotDates.NONE, null, new BigDecimal(kilograms));
    }

    private static MalformedGs1Exception refusal(String text) {
        return catchThrowableOfType(
                MalformedGs1Exception.class, () -> ElementString.read(text, YEAR));
    }

    private static String scanned(String text) {
        return text.replace('~', ElementString.SEPARATOR);
    }
}
