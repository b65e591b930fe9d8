package org.assistcounter.fleet.spreadsheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SheetTest {

    private static final Column<String> NAME =
            Column.required("name", "名称", "Name", Parse.text(20)).alsoCalled("供应商");
    private static final Column<String> COUNTY =
            Column.required("county-code", "县代码", "County code", Parse.digits(6));
    private static final Column<Long> PRICE =
            Column.optional("price", "价格", "Price", Parse.fen(1, 100_000));
    private static final Sheet<Farm> FARMS =
            Sheet.of(
                            List.of(NAME, COUNTY, PRICE),
                            row -> new Farm(row.get(NAME), row.get(COUNTY), row.find(PRICE)))
                    .unique(NAME);

    private record Farm(String name, String county, Optional<Long> price) {}

    @Test
    void makesOneOfEveryGoodRow() {
        Checked<Farm> checked = check("名称,县代码,价格\n甲,610629,¥12.8\n\n乙,610124,\n");

        assertThat(checked.problems()).isEmpty();
        assertThat(checked.warnings()).isEmpty();
        assertThat(checked.good())
                .containsExactly(
                        new Checked.Good<>(2, new Farm("甲", "610629", Optional.of(1280L))),
                        new Checked.Good<>(4, new Farm("乙", "610124", Optional.empty())));
    }

    @Test
    void knowsHeadingsInBothLanguagesAndByKeyWhateverTheirCase() {
        for (String header :
                new String[] {
                    "名 称 *,县代码", "NAME,county  Code", "name,county-code", "供应商,ＣＯＵＮＴＹ_ＣＯＤＥ"
                }) {
            assertThat(check(header + "\n甲,610629\n").good()).hasSize(1);
        }
    }

    @Test
    void tellsEveryProblemOfARow() {
        Checked<Farm> checked = check("name,county,county code,price\n,,61,-1\n乙,,610124,\n");

        assertThat(checked.good()).extracting(Checked.Good::row).containsExactly(3);
        assertThat(checked.problems())
                .containsExactlyInAnyOrder(
                        new Problem(2, "name", "", "empty"),
                        new Problem(2, "county-code", "61", "not-so-many-digits"),
                        new Problem(2, "price", "-1", "too-small"));
        assertThat(checked.warnings())
                .containsExactly(new Problem(1, "county", "county", "heading-unknown"));
    }

    @Test
    void tellsColumnsThatAreMissingOrThereTwice() {
        Checked<Farm> checked = check("\n名称,name,price\n甲,乙,12\n");

        assertThat(checked.good()).isEmpty();
        assertThat(checked.problems())
                .containsExactly(
                        new Problem(2, "name", "name", "column-twice"),
                        new Problem(2, "county-code", "", "column-missing"));
    }

    @Test
    void tellsFlawsOfColumnsThatAreAskedForAndOfRows() {
        Checked<Farm> checked =
                check(
                        "name,county code,other\n甲,610629,%s\n%s,610629\n丙,610629,,x\n"
                                .formatted("x".repeat(10_001), "y".repeat(10_001)));

        assertThat(checked.good()).extracting(Checked.Good::row).containsExactly(2);
        assertThat(checked.problems())
                .containsExactly(
                        new Problem(3, "name", "y".repeat(100), "cell-too-long"),
                        new Problem(4, "", "x", "too-many-cells"));
    }

    @Test
    void tellsWhatIsThereTwice() {
        Checked<Farm> checked = check("name,county code\n甲,610629\n 甲,610124\n");

        assertThat(checked.good()).hasSize(1);
        assertThat(checked.problems()).containsExactly(new Problem(3, "name", " 甲", "twice"));
    }

    @Test
    void tellsWhatDoesNotFitTogether() {
        Sheet<String> sheet =
                Sheet.judging(
                        List.of(NAME, PRICE),
                        row ->
                                row.find(PRICE).isPresent()
                                        ? Parsed.value(row.get(NAME))
                                        : Parsed.wrong("no-price-yet"));

        assertThat(sheet.check(Read.table("name,price\n甲,\n乙,1\n")))
                .isEqualTo(
                        new Checked<>(
                                List.of(new Checked.Good<>(3, "乙")),
                                List.of(new Problem(2, "", "", "no-price-yet")),
                                List.of()));
    }

    private static Checked<Farm> check(String csv) {
        return FARMS.check(Read.table(csv));
    }
}
