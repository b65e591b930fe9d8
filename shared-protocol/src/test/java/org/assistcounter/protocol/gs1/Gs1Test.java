package org.assistcounter.protocol.gs1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The one entry, whatever is scanned. */
class Gs1Test {
    private static final int YEAR = RandomCodes.YEAR;
    private static final LotCode ARTICLE = LotCode.of(new Gtin("06901234567892"), null);
    private static final LotCode LOT = LotCode.of(new Gtin("06901234567892"), "LOT26A");
    private static final List<String> PIECES =
            List.of(
                    "(01)",
                    "(10)",
                    "(",
                    "\\(",
                    "01",
                    "10",
                    "17",
                    "3103",
                    "\u001d",
                    "]C1",
                    "]",
                    "%",
                    "%2F",
                    "/01/",
                    "/10/",
                    "/21/",
                    "/",
                    "?",
                    "&",
                    "=",
                    "17=261220",
                    "#",
                    "00",
                    "~",
                    "https://",
                    "id.gs1.org",
                    "06901234567892",
                    "6901234567892",
                    "\n",
                    "\0",
                    "（",
                    "甲",
                    "\ud83c",
                    "٣",
                    "+",
                    "A".repeat(21));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "6901234567892",
                "06901234567892",
                " 6901234567892\r\n",
                "]E06901234567892",
                "]C10106901234567892",
                "0106901234567892",
                "(01)06901234567892",
                "https://a.example/01/6901234567892",
                "]Q1https://a.example/01/6901234567892"
            })
    void readsAnArticle(String scanned) {
        assertThat(Gs1.read(scanned, YEAR)).isEqualTo(new Gs1.Read(ARTICLE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "]d2010690123456789210LOT26A",
                "\u001d010690123456789210LOT26A\u001d\r",
                "（01）06901234567892（10）LOT26A",
                "HTTP://a.example/01/06901234567892/10/LOT26A"
            })
    void readsALot(String scanned) {
        assertThat(Gs1.read(scanned, YEAR)).isEqualTo(new Gs1.Read(LOT));
    }

    @Test
    void readsAnEan8AndAUpcA() {
        assertThat(Gs1.read("96385074", YEAR))
                .isEqualTo(new Gs1.Read(LotCode.of(new Gtin("00000096385074"), null)));
        assertThat(Gs1.read("036000291452", YEAR))
                .isEqualTo(new Gs1.Read(LotCode.of(new Gtin("00036000291452"), null)));
    }

    @ParameterizedTest
    @CsvSource({
        "'', empty",
        "' ', empty",
        "ACP1:00, not-gs1",
        "红富士, not-gs1",
        "weixin://wxpay/1, not-gs1",
        "]C06901234567892, unknown-symbology",
        "]C16901234567892, unknown-identifier",
        "6901234567890, wrong-check-digit",
        "130000000000000007, truncated",
        "https://a.example/, no-gtin"
    })
    void refusesByAWord(String scanned, String word) {
        assertThat(Gs1.read(scanned, YEAR))
                .isInstanceOfSatisfying(
                        Gs1.Refused.class, refused -> assertThat(refused.word()).isEqualTo(word));
    }

    @Test
    void refusesMoreThan2000CharactersUnread() {
        assertThat(Gs1.read("1".repeat(2_001), YEAR))
                .isEqualTo(new Gs1.Refused(Reason.TOO_LONG, "2001 characters, at most 2000"));
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 999, 9_001, Integer.MAX_VALUE})
    void refusesAYearThatTellsNoCentury(int year) {
        assertThat(Gs1.read("(01)06901234567892(15)261220", year))
                .isInstanceOfSatisfying(
                        Gs1.Refused.class,
                        refused -> assertThat(refused.word()).isEqualTo("reference-year"));
        assertThat(Gs1.read("(01)06901234567892", year)).isEqualTo(new Gs1.Read(ARTICLE));
    }

    @Test
    void hasWordsThatPagesCanLookUp() {
        assertThat(Arrays.stream(Reason.values()).map(Reason::word))
                .allMatch(word -> word.matches("[a-z0-9]+(-[a-z0-9]+)*"))
                .contains("wrong-check-digit", "not-gs1")
                .doesNotHaveDuplicates();
    }

    @Test
    void alwaysReadsWhatItWrites() {
        for (long seed = 0; seed < 5_000; seed++) {
            LotCode code = RandomCodes.code(new SplittableRandom(seed));
            Gs1.Read wanted = new Gs1.Read(code);

            for (String text : written(code)) {
                assertThat(Gs1.read(text, YEAR)).as("seed %d: %s", seed, text).isEqualTo(wanted);
            }
        }
    }

    @Test
    void neverThrowsOnACodeWithMistakes() {
        for (long seed = 0; seed < 20_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<String> written = written(RandomCodes.code(random));
            String text = written.get(random.nextInt(written.size()));
            int mistakes = random.nextInt(1, 5);
            for (int i = 0; i < mistakes; i++) {
                text = withMistake(text, random);
            }
            expectAnAnswer(text, seed);
        }
    }

    @Test
    void neverThrowsOnWhatIsMadeUp() {
        for (long seed = 0; seed < 20_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            StringBuilder text = new StringBuilder();
            int pieces = random.nextInt(12);
            for (int i = 0; i < pieces; i++) {
                text.append(piece(random));
            }
            expectAnAnswer(text.toString(), seed);
        }
    }

    /** A sentence if it is refused; if it is read, the same again however it is written. */
    private static void expectAnAnswer(String text, long seed) {
        assertThatCode(
                        () -> {
                            switch (Gs1.read(text, YEAR)) {
                                case Gs1.Refused refused ->
                                        assertThat(refused.detail()).isNotBlank();
                                case Gs1.Read read -> {
                                    for (String again : written(read.code())) {
                                        assertThat(Gs1.read(again, YEAR)).isEqualTo(read);
                                    }
                                }
                            }
                        })
                .as("seed %d: %s", seed, text)
                .doesNotThrowAnyException();
    }

    private static List<String> written(LotCode code) {
        return List.of(
                ElementString.scanned(code),
                "]C1" + ElementString.scanned(code),
                ElementString.bracketed(code),
                DigitalLink.write("https://a.example/p", code));
    }

    private static String withMistake(String text, SplittableRandom random) {
        int at = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), at + random.nextInt(4));
        return text.substring(0, at) + piece(random) + text.substring(to);
    }

    private static String piece(SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> "";
            case 1 -> String.valueOf((char) random.nextInt(random.nextInt(1, 0x10000)));
            default -> PIECES.get(random.nextInt(PIECES.size()));
        };
    }
}
