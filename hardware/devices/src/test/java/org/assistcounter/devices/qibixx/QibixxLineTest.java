package org.assistcounter.devices.qibixx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines of the published sessions, and every way in which a line can be none. */
class QibixxLineTest {

    private final QibixxLineReader reader = new QibixxLineReader();

    @Test
    void readsThePublishedSessions() {
        String session =
                """
                d,STATUS,RESET\r
                d,STATUS,INIT,1\r
                d,STATUS,INIT,0
                d,STATUS,IDLE
                d,STATUS,CREDIT,12.80,7
                d,STATUS,VEND
                d,STATUS,RESULT,1,1.00
                """;

        assertThat(read(session))
                .containsExactly(
                        new QibixxLine.Reset(),
                        new QibixxLine.Initialised(true),
                        new QibixxLine.Initialised(false),
                        new QibixxLine.Idle(),
                        new QibixxLine.Credit(1_280),
                        new QibixxLine.Vending(),
                        new QibixxLine.Approved(100));
    }

    @Test
    void readsALineInAnyPortions() {
        assertThat(read("d,STAT")).isEmpty();
        assertThat(read("US,IDLE\r")).isEmpty();
        assertThat(read("\n")).containsExactly(new QibixxLine.Idle());
    }

    @Test
    void readsAmountsExactly() {
        assertThat(read("d,STATUS,RESULT,1,3.5\nd,STATUS,RESULT,1,7\nd,STATUS,RESULT,1,0.05\n"))
                .containsExactly(
                        new QibixxLine.Approved(350),
                        new QibixxLine.Approved(700),
                        new QibixxLine.Approved(5));
    }

    @Test
    void takesEveryResultButOneForARefusal() {
        assertThat(read("d,STATUS,RESULT,-1\nd,STATUS,RESULT,0,1.00\n"))
                .containsOnly(new QibixxLine.Denied());
    }

    @Test
    void readsErrorsAndPassesOverTheRest() {
        assertThat(read("d,ERR,\"-1\"\nv,4.0.2.0,7de0\nd,SET,OK\n"))
                .containsExactly(
                        new QibixxLine.Failed("d,ERR,\"-1\""),
                        new QibixxLine.Other(),
                        new QibixxLine.Other());
    }

    @Test
    void doesNotKnowFundsThatAreNoAmount() {
        assertThat(read("d,STATUS,CREDIT\nd,STATUS,CREDIT,-1,0\n"))
                .containsOnly(new QibixxLine.Credit(-1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "d,STATUS,RESULT,1",
                "d,STATUS,RESULT,1,",
                "d,STATUS,RESULT,1,1.234",
                "d,STATUS,RESULT,1,-1.00",
                "d,STATUS,RESULT,1,9999999999",
                "d,STATUS,RESULT",
                "d,STATUS",
                "d,STATUS,ELSE",
                "D,STATUS,IDLE",
                "d",
                "x y"
            })
    void refusesALineThatIsNone(String line) {
        assertThat(read(line + "\n")).singleElement().isInstanceOf(QibixxLine.Unusable.class);
    }

    @Test
    void refusesWhatIsNotAscii() {
        assertThat(reader.received(new byte[] {(byte) 0xE7, 0x13, '\n'}))
                .singleElement()
                .isInstanceOf(QibixxLine.Unusable.class);
    }

    @Test
    void dropsALineThatNeverEndsAndReadsTheNext() {
        assertThat(read("d".repeat(10_000) + "\nd,STATUS,IDLE\n"))
                .hasSize(2)
                .last()
                .isEqualTo(new QibixxLine.Idle());
    }

    private List<QibixxLine> read(String text) {
        return reader.received(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
