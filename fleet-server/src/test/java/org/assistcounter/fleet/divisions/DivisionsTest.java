package org.assistcounter.fleet.divisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the rest of the server may ask of divisions, on the file that is shipped. */
class DivisionsTest {
    private static final int YEAR = 2024;

    private final Divisions divisions = open();

    @Test
    void knowsEveryCountyOfTheCatalogueByTheNamesThatItHasThere() throws IOException {
        JsonNode file;
        try (InputStream in = new ClassPathResource("catalogue/goods.json").getInputStream()) {
            file = JsonMapper.shared().readTree(in);
        }
        int edition = file.path("divisionCodes").path("validityYear").asInt();

        assertThat(file.path("goods")).isNotEmpty();
        for (JsonNode good : file.path("goods")) {
            JsonNode county = good.path("county");
            String code = county.path("code").asString();
            assertThat(divisions.county(code, edition)).isEqualTo(divisions.county(code, YEAR));
            assertThat(found(code, YEAR).zh()).isEqualTo(county.path("zh").asString());
            assertThat(divisions.name(code, true)).isEqualTo(county.path("en").asString());
        }
    }

    @Test
    void hasAllProvincesAndPrefecturesOfToday() {
        assertThat(current(Level.PROVINCE)).isEqualTo(34);
        assertThat(current(Level.CITY)).isEqualTo(333);
        assertThat(current(Level.COUNTY)).isEqualTo(2842);
    }

    @Test
    void namesEveryDivisionOfShaanxiInEnglish() {
        assertThat(divisions.within("610000"))
                .hasSize(107)
                .allMatch(county -> county.en().matches("[A-Z][a-zü']+"));
        assertThat(divisions.name("610000", true)).isEqualTo("Shaanxi");
        assertThat(divisions.name("140000", true)).isEqualTo("Shanxi");
        assertThat(divisions.name("611000", true)).isEqualTo("Shangluo");
        assertThat(divisions.name("612500", true)).isEqualTo("Shangluo");
    }

    @Test
    void answersTheChineseNameWhereThereIsNoEnglishOneAndTheCodeWhereThereIsNone() {
        assertThat(divisions.name("110101", true)).isEqualTo("东城区");
        assertThat(divisions.name("611026", false)).isEqualTo("柞水县");
        assertThat(divisions.name("619999", true)).isEqualTo("619999");
    }

    @Test
    void findsACountyInTheYearsInWhichItsCodeHeld() {
        assertThat(found("610928", 2021).zh()).isEqualTo("旬阳县");
        assertThat(found("610981", 2021).zh()).isEqualTo("旬阳市");
        assertThat(divisions.county("610981", 2020)).isEqualTo(new CountyAnswer.Unknown());
    }

    @Test
    void saysWhenACountysCodeEndedAndWhatCameAfterIt() {
        assertEnded("610928", 2021, "610981");
        assertEnded("610322", 2021, "610305");
        assertEnded("610125", 2016, "610118");
        assertEnded("610126", 2014, "610117");
    }

    @Test
    void followsSuccessorsToTheCodeOfTheYearAskedAbout() {
        assertEnded("612521", 1988, "611002");
        assertThat(divisions.county("612521", 1995)).isEqualTo(ended("612521", 1988, "612501"));
    }

    @Test
    void leavesTheSuccessorOpenWhereACountyWasDivided() {
        assertEnded("130421", 2016, "");
    }

    @Test
    void saysThatAProvinceAndACityAreNoCounties() {
        assertThat(divisions.county("610000", YEAR))
                .isEqualTo(new CountyAnswer.NotACounty(Level.PROVINCE));
        assertThat(divisions.county("441900", YEAR))
                .isEqualTo(new CountyAnswer.NotACounty(Level.CITY));
    }

    @Test
    void knowsNothingOfWhatIsNoCodeOrNobodys() {
        for (String code : Set.of("", "61042", "6104299", "610199", "柞水县", "010101", "61042 ")) {
            assertThat(divisions.county(code, YEAR)).isEqualTo(new CountyAnswer.Unknown());
            assertThat(divisions.find(code)).isEmpty();
            assertThat(divisions.path(code)).isEqualTo(code);
        }
    }

    @Test
    void listsTheCountiesOfTodayWithinADivision() {
        assertThat(divisions.within("611000"))
                .extracting(Division::code)
                .containsExactly(
                        "611002", "611021", "611022", "611023", "611024", "611025", "611026");
        assertThat(divisions.within("611026")).extracting(Division::zh).containsExactly("柞水县");
        assertThat(divisions.within("110000")).hasSize(16);
        assertThat(divisions.within("429000")).extracting(Division::zh).contains("神农架林区");
        assertThat(divisions.within("610928")).isEmpty();
        assertThat(divisions.within("nowhere")).isEmpty();
    }

    @Test
    void namesThePathFromTheProvinceDown() {
        assertThat(divisions.path("611026")).isEqualTo("陕西省 · 商洛市 · 柞水县");
        assertThat(divisions.path("611000")).isEqualTo("陕西省 · 商洛市");
        assertThat(divisions.path("610000")).isEqualTo("陕西省");
        assertThat(divisions.path("612527")).isEqualTo("陕西省 · 商洛地区 · 柞水县");
    }

    @Test
    void leavesTheCityOutOfAPathThatHasNone() {
        assertThat(divisions.path("110101")).isEqualTo("北京市 · 东城区");
        assertThat(divisions.path("429021")).isEqualTo("湖北省 · 神农架林区");
    }

    @Test
    void coversWhatLiesBelowAndNothingElse() {
        assertThat(Divisions.covers("610000", "610429")).isTrue();
        assertThat(Divisions.covers("610400", "610429")).isTrue();
        assertThat(Divisions.covers("610429", "610429")).isTrue();
        assertThat(Divisions.covers("110000", "110101")).isTrue();
        assertThat(Divisions.covers("610500", "610429")).isFalse();
        assertThat(Divisions.covers("620000", "610429")).isFalse();
        assertThat(Divisions.covers("610428", "610429")).isFalse();
        assertThat(Divisions.covers("610429", "610400")).isFalse();
        assertThat(divisions.find("610400").orElseThrow().contains("610429")).isTrue();
    }

    @Test
    void coversNothingWithWhatIsNoCode() {
        assertThat(Divisions.covers("", "610429")).isFalse();
        assertThat(Divisions.covers("000000", "610429")).isFalse();
        assertThat(Divisions.covers("610000", "61")).isFalse();
    }

    @Test
    void readsTheLevelOffTheDigits() {
        assertThat(Divisions.level("610000")).isEqualTo(Level.PROVINCE);
        assertThat(Divisions.level("610400")).isEqualTo(Level.CITY);
        assertThat(Divisions.level("610429")).isEqualTo(Level.COUNTY);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Divisions.level("61"))
                .withMessageContaining("six digits, not 61");
    }

    @Test
    void ofEverySuccessorTheLevelAndTheProvinceAreTheSame() {
        Set<Division> replaced =
                divisions.all().stream()
                        .filter(each -> !each.successor().isEmpty())
                        .collect(Collectors.toSet());

        assertThat(replaced).hasSizeGreaterThan(500);
        assertThat(replaced)
                .allSatisfy(each -> {
                    assertThat(each.successor()).startsWith(each.code().substring(0, 2));
                    assertThat(Divisions.level(each.successor())).isEqualTo(each.level());
                });
    }

    private long current(Level level) {
        return divisions.all().stream()
                .filter(each -> each.level() == level && each.isCurrent())
                .count();
    }

    private Division found(String code, int year) {
        assertThat(divisions.county(code, year)).isInstanceOf(CountyAnswer.Found.class);
        return ((CountyAnswer.Found) divisions.county(code, year)).county();
    }

    private void assertEnded(String code, int untilYear, String successor) {
        assertThat(divisions.county(code, YEAR)).isEqualTo(ended(code, untilYear, successor));
    }

    private CountyAnswer ended(String code, int untilYear, String successor) {
        return new CountyAnswer.Ended(divisions.find(code).orElseThrow(), untilYear, successor);
    }

    private static Divisions open() {
        try {
            return new Divisions();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
