package org.assistcounter.protocol.desired;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    private static final CounterId COUNTER = new CounterId("000102030405060708090a0b0c0d0e0f");
    private static final Ed25519 KEY = new Ed25519(ones());
    private static final int COLUMNS = 64;

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

        assertShown("desired", state.bytes());
        assertThat(SignedState.open(shown("desired"), COUNTER, KEY.publicKey(), Ed25519::holds))
                .isEqualTo(state);
    }

    @Test
    void showsBothReports() throws Exception {
        ReportedState plain = new ReportedState(3, 0, null);
        ReportedState refused = new ReportedState(3, 4, Rejection.OVER_CEILING);

        assertShown("reported", plain.encode());
        assertShown("refused", refused.encode());
        assertThat(ReportedState.decode(shown("reported"))).isEqualTo(plain);
        assertThat(ReportedState.decode(shown("refused"))).isEqualTo(refused);
    }

    @Test
    void showsTheKeyOfTheExamples() throws Exception {
        assertShown("key", KEY.publicKey());
    }

    @ParameterizedTest
    @EnumSource
    void explainsEachReason(Rejection reason) throws Exception {
        assertThat(Files.readString(PAGE)).contains("| `" + reason.word() + "` |");
        assertThat(Rejection.of(reason.word())).isEqualTo(reason);
    }

    private static void assertShown(String name, byte[] bytes) throws IOException {
        String hex = HexFormat.of().formatHex(bytes).replaceAll("(.{" + COLUMNS + "})", "$1\n");
        assertThat(block(name).strip()).as(name).isEqualTo(hex.strip());
    }

    private static byte[] shown(String name) throws IOException {
        return HexFormat.of().parseHex(block(name).replace("\n", ""));
    }

    private static String block(String name) throws IOException {
        String page = Files.readString(PAGE, StandardCharsets.UTF_8);
        Matcher block =
                Pattern.compile("```text " + name + "\n(.*?)```", Pattern.DOTALL).matcher(page);
        return block.find() ? block.group(1) : "";
    }

    private static byte[] ones() {
        byte[] bytes = new byte[Ed25519.KEY_LENGTH];
        Arrays.fill(bytes, (byte) 1);
        return bytes;
    }
}
