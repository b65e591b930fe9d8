package org.assistcounter.fleet.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.assistcounter.protocol.shelf.Bilingual;
import org.junit.jupiter.api.Test;

/** When two products count as called the same. */
class NamesakeTest {

    @Test
    void takesNoNoticeOfSpacesWidthOrCase() {
        assertThat(isSame("柞水核桃500g", "柞水　核桃 ５００Ｇ")).isTrue();
        assertThat(isSame("柞水核桃(大)", "柞水核桃（大） ")).isTrue();
        assertThat(isSame("柞水\u200B核桃", "柞水核桃")).isTrue();
    }

    @Test
    void tellsOtherNamesApart() {
        assertThat(isSame("柞水核桃", "柞水核桃仁")).isFalse();
        assertThat(isSame("柞水核桃", "商洛核桃")).isFalse();
    }

    private static boolean isSame(String one, String other) {
        var said = new Exclusion.Said("why", new Step.By("of", "610000", Instant.EPOCH));
        var exclusion =
                new Exclusion(
                        1,
                        new Exclusion.Subject("s", "p", new Exclusion.Kept("", "611026")),
                        new Exclusion.Why(Exclusion.Grounds.QUALITY, said),
                        null,
                        null);
        return new Namesake(exclusion, new Bilingual(one, "one"), true)
                .isCalled(new Bilingual(other, "other"));
    }
}
