package org.assistcounter.counter.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assistcounter.counter.sale.Input;
import org.assistcounter.counter.service.CodeVerdict;
import org.assistcounter.counter.service.ServiceCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A counter's service code on disk, how it is set, and how it is compared. */
class ServiceCodeFileTest {
    private static final ServiceCode CODE = new ServiceCode("402917");
    private static final ServiceCode OTHER = new ServiceCode("402918");

    @TempDir private Path data;

    @Test
    void tellsTheRightCodeFromAWrongOne() throws IOException {
        set("402917");

        assertThat(kept().compare(CODE)).isEqualTo(CodeVerdict.RIGHT);
        assertThat(kept().compare(OTHER)).isEqualTo(CodeVerdict.WRONG);
    }

    @Test
    void takesNoCodeWhereNoneWasSet() throws IOException {
        assertThat(kept().compare(CODE)).isEqualTo(CodeVerdict.NOT_SET);
    }

    @Test
    void keepsNothingInClearAndSaltsEachTime() throws IOException {
        set("402917");
        String first = Files.readString(kept().file());
        set("402917");

        assertThat(first).startsWith("$argon2id$v=19$").doesNotContain("402917");
        assertThat(Files.readString(kept().file())).isNotEqualTo(first);
    }

    @Test
    void letsNobodyElseReadIt() throws IOException {
        set("402917");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept().file())))
                .isEqualTo("rw-------");
    }

    @Test
    void drawsACodeWhenNoneIsGiven() throws IOException {
        Matcher said = Pattern.compile("counter is ([0-9]{8})\\.").matcher(set(""));

        assertThat(said.find()).isTrue();
        assertThat(kept().compare(new ServiceCode(said.group(1)))).isEqualTo(CodeVerdict.RIGHT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "123456", "888888", "40291x", "402917061"})
    void refusesWhatIsNoCodeOrGuessable(String line) {
        assertThatExceptionOfType(SettingsException.class).isThrownBy(() -> set(line));
        assertThat(kept().file()).doesNotExist();
    }

    @Test
    void takesTheNewCodeOnceItIsChanged() throws IOException {
        set("402917");
        set("402918");

        assertThat(kept().compare(CODE)).isEqualTo(CodeVerdict.WRONG);
        assertThat(kept().compare(OTHER)).isEqualTo(CodeVerdict.RIGHT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "402917",
                "$argon2id$v=19$m=999999,t=1,p=1$c2FsdHNhbHRzYWx0c2FsdA$"
                        + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "$argon2i$v=19$m=32,t=1,p=1$c2FsdHNhbHRzYWx0c2FsdA$"
                        + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void signsNobodyInByAFileItCannotReadAndTheJournalTells(String content) throws Exception {
        Files.createDirectories(kept().file().getParent());
        Files.writeString(kept().file(), content);
        List<Input> inputs = new CopyOnWriteArrayList<>();

        try (CodeDesk desk = new CodeDesk(kept(), inputs::add, ServiceCodeFileTest::bug)) {
            desk.compare(7, CODE);
            await(inputs, 2);
        }

        assertThat(inputs.getFirst()).isInstanceOf(Input.Refused.class);
        assertThat(inputs.getLast()).isEqualTo(new Input.CodeCompared(7, CodeVerdict.NOT_SET));
    }

    @Test
    void answersUnderTheNumberThatWasAsked() throws Exception {
        set("402917");
        List<Input> inputs = new CopyOnWriteArrayList<>();

        try (CodeDesk desk = new CodeDesk(kept(), inputs::add, ServiceCodeFileTest::bug)) {
            desk.compare(1, OTHER);
            desk.compare(2, CODE);
            await(inputs, 2);
        }

        assertThat(inputs)
                .containsExactly(
                        new Input.CodeCompared(1, CodeVerdict.WRONG),
                        new Input.CodeCompared(2, CodeVerdict.RIGHT));
    }

    private ServiceCodeFile kept() {
        return ServiceCodeFile.of(data);
    }

    private String set(String line) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] in = (line + "\n").getBytes(StandardCharsets.UTF_8);
        new ServiceCodeCommand(
                        new ByteArrayInputStream(in),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new SecureRandom())
                .run(data);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void await(List<Input> inputs, int count) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (inputs.size() < count && System.nanoTime() < end) {
            Thread.sleep(10);
        }
    }

    private static void bug(Throwable cause) {
        throw new AssertionError(cause);
    }
}
