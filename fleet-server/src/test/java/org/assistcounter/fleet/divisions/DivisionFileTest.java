package org.assistcounter.fleet.divisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

/** Which files of divisions are read and which are refused, and in which words. */
class DivisionFileTest {
    private static final String HEADER = "code,zh,en,from,until,successor\n";
    private static final String SHANGLUO = "610000,陕西省,Shaanxi,,,\n611000,商洛市,,2001,,\n";

    @Test
    void readsWhatAFileSays() {
        assertThat(DivisionFile.parse(HEADER + SHANGLUO + "611026,柞水县,Zhashui,2001,,\n"))
                .hasSize(3)
                .containsEntry("611026", new Division("611026", "柞水县", "Zhashui", 2001, 0, ""));
    }

    @Test
    void acceptsCountiesWithoutACityInAMunicipalityAndWhereTheirProvinceAdministersThem() {
        String text = "110000,北京市,,,,\n110101,东城区,,,,\n420000,湖北省,,,,\n429004,仙桃市,,,,\n";

        assertThat(DivisionFile.parse(HEADER + text)).hasSize(4);
    }

    @Test
    void refusesACodeThatStandsTwice() {
        refuses(SHANGLUO + "611000,商洛市,,,,\n", "twice: 611000");
    }

    @Test
    void refusesACodeThatIsNone() {
        refuses(SHANGLUO + "61102,柞水县,,,,\n", "six digits, not 61102");
    }

    @Test
    void refusesACountyWithoutItsCity() {
        refuses(SHANGLUO + "610429,旬邑县,,,,\n", "610429 lacks 610400");
    }

    @Test
    void refusesACityWithoutItsProvince() {
        refuses(SHANGLUO + "140100,太原市,,,,\n", "140100 lacks 140000");
    }

    @Test
    void refusesADivisionWithoutAName() {
        refuses(SHANGLUO + "611026,,Zhashui,,,\n", "611026 has no name");
    }

    @Test
    void refusesAYearThatIsNone() {
        refuses(SHANGLUO + "611026,柞水县,,01,,\n", "no year: 01");
    }

    @Test
    void refusesACodeThatEndedBeforeItBegan() {
        refuses(SHANGLUO + "611026,柞水县,,2001,2000,\n", "611026 ended before it began");
    }

    @Test
    void refusesASuccessorOfACodeThatIsInUse() {
        refuses(
                SHANGLUO + "611025,镇安县,,,,611026\n611026,柞水县,,,,\n",
                "611025 with successor 611026 has not ended");
    }

    @Test
    void refusesASuccessorThatDoesNotExistOrIsOfAnotherLevel() {
        refuses(SHANGLUO + "611025,镇安县,,,2000,611026\n", "611026, which is none");
        refuses(SHANGLUO + "611025,镇安县,,,2000,611000\n", "611000, which is none");
    }

    @Test
    void refusesSuccessorsInACircle() {
        refuses(
                SHANGLUO + "611025,镇安县,,,2000,611026\n611026,柞水县,,,2000,611025\n",
                "which had ended by then");
    }

    @Test
    void refusesALineWithTooFewFields() {
        refuses(SHANGLUO + "611026,柞水县\n", "not six fields: 611026");
    }

    @Test
    void refusesQuotes() {
        refuses(SHANGLUO + "611026,\"柞水县\",,,,\n", "quotes");
    }

    @Test
    void refusesAFileThatBeginsDifferently() {
        assertThatIllegalStateException()
                .isThrownBy(() -> DivisionFile.parse("code,name\n" + SHANGLUO))
                .withMessageContaining("does not begin");
        assertThatIllegalStateException().isThrownBy(() -> DivisionFile.parse(""));
    }

    private static void refuses(String lines, String why) {
        assertThatIllegalStateException()
                .isThrownBy(() -> DivisionFile.parse(HEADER + lines))
                .withMessageStartingWith("the file of divisions: ")
                .withMessageContaining(why);
    }
}
