package org.assistcounter.fleet.spreadsheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SheetParsersTest {

    @Test
    void leavesNamesAsTheyAreButForTheSpaceAroundThem() {
        Function<String, Parsed<String>> name = Parse.text(4);

        assertThat(name.apply("\u3000\u00A0ＡＢ㈱ \uFEFF")).isEqualTo(Parsed.value("ＡＢ㈱"));
        assertThat(name.apply("𠮷野屋店")).isEqualTo(Parsed.value("𠮷野屋店"));
        assertThat(name.apply("a\r\nb")).isEqualTo(Parsed.value("a\nb"));
        assertThat(name.apply("12345")).isEqualTo(Parsed.wrong("too-long"));
        assertThat(name.apply("a\tb")).isEqualTo(Parsed.wrong("strange-characters"));
        assertThat(name.apply("a\uFFFDb")).isEqualTo(Parsed.wrong("strange-characters"));
    }

    @Test
    void takesWholeNumbersOfAnyWidth() {
        Function<String, Parsed<Long>> count = Parse.whole(-5, 10_000);

        assertThat(count.apply(" １２３ ")).isEqualTo(Parsed.value(123L));
        assertThat(count.apply("1,234")).isEqualTo(Parsed.value(1234L));
        assertThat(count.apply("12.00")).isEqualTo(Parsed.value(12L));
        assertThat(count.apply("−5")).isEqualTo(Parsed.value(-5L));
        assertThat(count.apply("-6")).isEqualTo(Parsed.wrong("too-small"));
        assertThat(count.apply("10001")).isEqualTo(Parsed.wrong("too-big"));
        assertThat(count.apply("12.5")).isEqualTo(Parsed.wrong("not-a-whole-number"));
        assertThat(count.apply("1,23")).isEqualTo(Parsed.wrong("not-a-whole-number"));
        assertThat(count.apply("1e3")).isEqualTo(Parsed.wrong("not-a-whole-number"));
        assertThat(count.apply("9".repeat(30))).isEqualTo(Parsed.wrong("not-a-whole-number"));
        assertThat(count.apply("十二")).isEqualTo(Parsed.wrong("not-a-whole-number"));
    }

    @Test
    void makesFenOfYuanWithoutRounding() {
        Function<String, Parsed<Long>> price = Parse.fen(0, 100_000);

        assertThat(price.apply("12.8")).isEqualTo(Parsed.value(1280L));
        assertThat(price.apply("¥12.80")).isEqualTo(Parsed.value(1280L));
        assertThat(price.apply("￥１２．８０")).isEqualTo(Parsed.value(1280L));
        assertThat(price.apply("12元")).isEqualTo(Parsed.value(1200L));
        assertThat(price.apply("CNY 1,000.00")).isEqualTo(Parsed.value(100_000L));
        assertThat(price.apply("0.29000")).isEqualTo(Parsed.value(29L));
        assertThat(price.apply("0.295")).isEqualTo(Parsed.wrong("parts-of-a-fen"));
        assertThat(price.apply("-1")).isEqualTo(Parsed.wrong("too-small"));
        assertThat(price.apply("1000.01")).isEqualTo(Parsed.wrong("too-big"));
        assertThat(price.apply("$12")).isEqualTo(Parsed.wrong("not-an-amount"));
        assertThat(price.apply("12,8")).isEqualTo(Parsed.wrong("not-an-amount"));
        assertThat(Parse.fen(-100, 0).apply("-¥0.5")).isEqualTo(Parsed.value(-50L));
    }

    @Test
    void takesDaysAsTheyAreWrittenInChina() {
        Parsed<LocalDate> day = Parsed.value(LocalDate.of(2026, 1, 2));
        Function<String, Parsed<LocalDate>> date = Parse.date();

        assertThat(date.apply("2026-01-02")).isEqualTo(day);
        assertThat(date.apply("2026/1/2")).isEqualTo(day);
        assertThat(date.apply("２０２６年１月２日")).isEqualTo(day);
        assertThat(date.apply("2026/1/2 0:00")).isEqualTo(day);
        assertThat(date.apply("2026-02-29")).isEqualTo(Parsed.wrong("no-such-day"));
        assertThat(date.apply("2026-01/02")).isEqualTo(Parsed.wrong("not-a-date"));
        assertThat(date.apply("02.01.2026")).isEqualTo(Parsed.wrong("not-a-date"));
        assertThat(date.apply("2026-01-02 13:00")).isEqualTo(Parsed.wrong("not-a-date"));
        assertThat(date.apply("46024")).isEqualTo(Parsed.wrong("not-a-date"));
    }

    @Test
    void takesYesAndNoInBothLanguages() {
        for (String yes : new String[] {"是", "Yes", "TRUE", "１"}) {
            assertThat(Parse.yesNo().apply(yes)).isEqualTo(Parsed.value(true));
        }
        for (String no : new String[] {"否", "no", "False", "0"}) {
            assertThat(Parse.yesNo().apply(no)).isEqualTo(Parsed.value(false));
        }
        assertThat(Parse.yesNo().apply("也许")).isEqualTo(Parsed.wrong("neither-yes-nor-no"));
    }

    @Test
    void takesOneWordOfAListAndWhatItStandsFor() {
        assertThat(Parse.oneOf("chilled", "dry").apply(" Chilled"))
                .isEqualTo(Parsed.value("chilled"));
        assertThat(Parse.oneOf(Map.of("冷藏", 1, "常温", 2)).apply("常温")).isEqualTo(Parsed.value(2));
        assertThat(Parse.oneOf("dry").apply("wet")).isEqualTo(Parsed.wrong("not-one-of-the-words"));
    }

    @Test
    void takesCodesOfAnyWidth() {
        assertThat(Parse.digits(6).apply("６１０６２９")).isEqualTo(Parsed.value("610629"));
        assertThat(Parse.digits(6).apply("61062")).isEqualTo(Parsed.wrong("not-so-many-digits"));
        assertThat(Parse.code(8).apply("ＡＰ－01")).isEqualTo(Parsed.value("AP-01"));
        assertThat(Parse.code(8).apply("苹果")).isEqualTo(Parsed.wrong("not-a-code"));
        assertThat(Parse.code(8).apply("123456789")).isEqualTo(Parsed.wrong("too-long"));
    }
}
