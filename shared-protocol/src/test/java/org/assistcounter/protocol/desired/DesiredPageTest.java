package org.assistcounter.protocol.desired;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.assistcounter.protocol.PageExamples;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.Rejection;
import org.assistcounter.protocol.signing.Ed25519;
import org.assistcounter.protocol.sync.ReportedState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** DESIRED.md shows each message in its exact bytes; the code makes and reads the same. */
class DesiredPageTest {
    private static final Path PAGE = Path.of("DESIRED.md");
    private static final PageExamples EXAMPLES = new PageExamples(PAGE);
    private static final CounterId COUNTER = new CounterId("000102030405060708090a0b0c0d0e0f");
    private static final Ed25519 KEY = new Ed25519(ones());

    @Test
    void showsADesiredState() throws Exception {
        SignedState state =
                SignedState.of(
                        new DesiredState(
                                3,
                                List.of(
                                        new Terms("apple", 990, true),
                                        new Terms("walnut", Terms.OF_THE_CARD, false))),
                        COUNTER,
                        KEY);

        EXAMPLES.assertShown("desired", state.bytes());
        assertThat(
                        SignedState.open(
                                EXAMPLES.shown("desired"),
                                COUNTER,
                                KEY.publicKey(),
                                Ed25519::holds))
                .isEqualTo(state);
    }

    @Test
    void showsBothReports() throws Exception {
        ReportedState plain = new ReportedState(3, 0, null);
        ReportedState refused = new ReportedState(3, 4, Rejection.OVER_CEILING);

        EXAMPLES.assertShown("reported", plain.encode());
        EXAMPLES.assertShown("refused", refused.encode());
        assertThat(ReportedState.decode(EXAMPLES.shown("reported"))).isEqualTo(plain);
        assertThat(ReportedState.decode(EXAMPLES.shown("refused"))).isEqualTo(refused);
    }

    @Test
    void showsTheKeyOfTheExamples() throws Exception {
        EXAMPLES.assertShown("key", KEY.publicKey());
    }

    @ParameterizedTest
    @EnumSource
    void explainsEachReason(Rejection reason) throws Exception {
        assertThat(Files.readString(PAGE)).contains("| `" + reason.word() + "` |");
        assertThat(Rejection.of(reason.word())).isEqualTo(reason);
    }

    private static byte[] ones() {
        byte[] bytes = new byte[Ed25519.KEY_LENGTH];
        Arrays.fill(bytes, (byte) 1);
        return bytes;
    }
}
