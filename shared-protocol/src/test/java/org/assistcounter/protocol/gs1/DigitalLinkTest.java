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

class DigitalLinkTest {
    private static final int YEAR = 2026;
    private static final Gtin GTIN = new Gtin("09520123456788");
    private static final String ARTICLE = "https://id.gs1.org/01/09520123456788";

    /** Examples of the GS1 Digital Link Standard, URI Syntax, section on URI forms. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://id.gs1.org/01/09520123456788",
                "https://brand.example.com/01/9520123456788",
                "https://brand.example.com/some-extra/pathinfo/01/9520123456788",
                "https://example.com/01/09520123456788?3922=0299",
                "https://id.gs1.org/01/09520123456788/22/2A",
                "HTTPS://id.gs1.org/01/09520123456788#details",
                "http://id.gs1.org:8080/01/09520123456788?linkType=gs1:pip&&lang",
                "https://id.gs1.org/01/00000001/01/09520123456788"
            })
    void readsTheArticle(String uri) throws Exception {
        assertThat(DigitalLink.read(uri, YEAR)).isEqualTo(LotCode.of(GTIN, null));
    }

    /** The example with batch, serial and expiry of the same standard. */
    @Test
    void readsLotSerialAndDays() throws Exception {
        LotCode code = DigitalLink.read(ARTICLE + "/10/ABC1/21/12345?17=180426", YEAR);

        assertThat(code.lot()).isEqualTo("ABC1");
        assertThat(code.serial()).isEqualTo("12345");
        assertThat(code.dates().useBy()).isEqualTo(LocalDate.of(2018, 4, 26));
    }

    @Test
    void readsTheWeightOfTheStandardsExample() throws Exception {
        LotCode code = DigitalLink.read(ARTICLE + "?3103=000195&3922=0299&17=201225", YEAR);

        assertThat(code.netKilograms()).isEqualTo(new BigDecimal("0.195"));
        assertThat(code.dates().useBy()).isEqualTo(LocalDate.of(2020, 12, 25));
    }

    @ParameterizedTest
    @CsvSource({
        "02345673, 00000002345673",
        "416000336108, 00416000336108",
        "6901234567892, 06901234567892",
        "12312312312333, 12312312312333"
    })
    void padsTheArticle(String digits, String gtin) throws Exception {
        assertThat(DigitalLink.read("https://a.example/01/" + digits, YEAR).gtin().digits())
                .isEqualTo(gtin);
    }

    @Test
    void tellsALotFromTheKeyOfAnArticle() throws Exception {
        LotCode code = DigitalLink.read(ARTICLE + "/10/01/21/96385074", YEAR);

        assertThat(code.lot()).isEqualTo("01");
        assertThat(code.serial()).isEqualTo("96385074");
    }

    @Test
    void decodesAndEncodesPercents() throws Exception {
        LotCode code = LotCode.of(GTIN, "A/%?&+-");
        String uri = ARTICLE + "/10/A%2F%25%3F%26%2B-";

        assertThat(DigitalLink.write("https://id.gs1.org", code)).isEqualTo(uri);
        assertThat(DigitalLink.read(uri, YEAR)).isEqualTo(code);
        assertThat(DigitalLink.read(ARTICLE + "/10/a%2fb+c", YEAR).lot()).isEqualTo("a/b+c");
    }

    @Test
    void writesOneForm() throws Exception {
        LotCode code =
                new LotCode(
                        GTIN,
                        "ABC1",
                        "12345",
                        new LotDates(
                                LocalDate.of(2026, 11, 1),
                                null,
                                LocalDate.of(2026, 12, 20),
                                LocalDate.of(2026, 12, 31)),
                        3,
                        new BigDecimal("0.195"));

        assertThat(DigitalLink.write("https://a.example/p/", code))
                .isEqualTo(
                        "https://a.example/p/01/09520123456788/10/ABC1/21/12345"
                                + "?11=261101&15=261220&17=261231&3103=000195&37=3");
        assertThat(DigitalLink.read(DigitalLink.write("https://a.example", code), YEAR))
                .isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "http://a.example", "https://", "https://a b", "https://a.example/?x=1"})
    void refusesToWriteBehindWhatIsNoBase(String base) {
        assertThatThrownBy(() -> DigitalLink.write(base, LotCode.of(GTIN, null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no base");
    }

    @ParameterizedTest
    @CsvSource({
        "/21/1/10/A, wrong-order, (10) in the path stands behind 21",
        "/10/A/22/2A, wrong-order, (22) in the path stands behind 10",
        "/10/A/10/A, wrong-order, (10) in the path stands behind 10",
        "/10/A/235/X, wrong-order, (235) in the path stands behind 10",
        "/235/X/10/A, wrong-order, (10) in the path stands behind 235",
        "/10, truncated, the path ends behind (10)",
        "/, unknown-identifier, nothing in the path",
        "/89/A, unknown-identifier, 89 in the path",
        "/lot/A, unknown-identifier, lot in the path",
        "/17/261231, wrong-place, (17) belongs in the query",
        "/10//21/1, empty-value, (10) in the path: there is no value",
        "/10/A%2, wrong-escape, '(10): character 2 of the value, ''%'','",
        "/10/%GG, wrong-escape, (10): character 1",
        "/10/%00, wrong-character, U+0000",
        "/10/%E7%94%B2, wrong-character, U+00E7",
        "/10/ABCDEFGHIJKLMNOPQRSTU, value-too-long, (10) in the path: 21 characters",
        "?10=A, wrong-place, (10) belongs in the path",
        "?01=09520123456788, wrong-place, (01) belongs in the path",
        "?89=1, unknown-identifier, 89 in the query",
        "?17, empty-value, (17) in the query",
        "?17=2612, truncated, (17) in the query: ends after 4 of 6",
        "?17=261231&17=261230, said-twice, '(17) in the query: 261230, but it is 261231'",
        "?17=260230, no-such-date, (17) in the query: 260230 is no date",
        "?11=261200, no-day, (11) in the query: 261200 names a month"
    })
    void refusesWithTheWordAndThePlace(String end, String word, String sentence) {
        MalformedGs1Exception refused = refusal(ARTICLE + end);

        assertThat(refused.reason().word()).isEqualTo(word);
        assertThat(refused.sentence()).contains(sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "https://, wrong-address",
        "https:///01/09520123456788, wrong-address",
        "ftp://id.gs1.org/01/09520123456788, wrong-address",
        "https://id.gs1.org, no-gtin",
        "https://id.gs1.org/, no-gtin",
        "https://id.gs1.org/01, no-gtin",
        "https://id.gs1.org/414/9520123456788, no-gtin",
        "https://id.gs1.org/01/09520123456789, wrong-check-digit",
        "https://id.gs1.org/01/952012345678, wrong-check-digit",
        "https://id.gs1.org/01/95201, wrong-length",
        "https://id.gs1.org/01/, not-digits",
        "https://id.gs1.org/01/apple/10/01/21/5, not-digits"
    })
    void refusesALinkWithoutAnArticle(String uri, String word) {
        assertThat(refusal(uri).reason().word()).isEqualTo(word);
    }

    @Test
    void takesALotBesideTheExtensionOfAThirdParty() throws Exception {
        assertThat(DigitalLink.read(ARTICLE + "/235/XYZ?10=ABC123", YEAR))
                .isEqualTo(LotCode.of(GTIN, "ABC123"));
    }

    @Test
    void refusesMoreThan2000Characters() throws Exception {
        String longest = ARTICLE + "?x=" + "y".repeat(2_000 - ARTICLE.length() - 3);

        assertThat(DigitalLink.read(longest, YEAR).gtin()).isEqualTo(GTIN);
        assertThat(refusal(longest + "y").reason()).isEqualTo(Reason.TOO_LONG);
    }

    private static MalformedGs1Exception refusal(String uri) {
        return catchThrowableOfType(MalformedGs1Exception.class, () -> DigitalLink.read(uri, YEAR));
    }
}
