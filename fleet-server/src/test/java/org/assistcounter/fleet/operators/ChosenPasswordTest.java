package org.assistcounter.fleet.operators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.assistcounter.fleet.operators.ChosenPassword.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody may choose, since it is guessed first. */
class ChosenPasswordTest {
    private static final Path COMMON = Path.of("src/main/resources/passwords/common.txt");
    private static final List<String> NAMES = List.of("xa-metro", "西安地铁运营", "Xi'an Metro");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery",
                "walnut river lantern",
                "四个互不相干的词语拼起来",
                "tr0mbone/Aardvark"
            })
    void takesWhatNobodyGuessesFirst(String password) {
        assertThat(faults(password)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"short one", "aaaaaaaaaaaa", "1212121212121", "four Four"})
    void refusesWhatIsShortOrOfFewSigns(String password) {
        assertThat(faults(password)).startsWith(Fault.WEAK);
    }

    @Test
    void refusesEveryOneOfTheThreeThousandMostCommonHoweverItIsWritten() throws IOException {
        List<String> common = Files.readAllLines(COMMON);

        assertThat(common).hasSizeGreaterThan(3_000).isSorted().doesNotHaveDuplicates();
        assertThat(common)
                .allSatisfy(password -> {
                    assertThat(faults(password)).contains(Fault.COMMON).doesNotContain(Fault.WEAK);
                    assertThat(faults(password.toUpperCase(Locale.ROOT))).contains(Fault.COMMON);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "my name is zhang.li",
                "Assistance-Counter 77",
                "assistcounter2026",
                "消费帮扶 2026 年",
                "go XA-Metro go go",
                "xian metro forever",
                "西安地铁运营一号线路"
            })
    void refusesTheNamesOfThePersonThePlaceAndThisSoftware(String password) {
        assertThat(faults(password)).containsExactly(Fault.NAMED);
    }

    private static List<Fault> faults(String password) {
        return ChosenPassword.faults(password, "zhang.li", NAMES);
    }
}
