package org.assistcounter.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The commands in {@code scripts}, and the commands of the documents. Builds nothing. */
@Timeout(60)
class CommandsTest {
    private static final String UNKNOWN = " --no-such-option";

    private final CommandCheck check = Ours.commandCheck();

    static List<String> scripts() {
        return Ours.REPOSITORY.commands();
    }

    static List<String> cheapCommands() {
        return Ours.TABLE.ofKind("run");
    }

    @Test
    void findsTheCommands() {
        assertThat(scripts()).contains("scripts/run", "scripts/test", "scripts/verify-journal");
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void helps(String script) {
        Shell.Answer answer = Shell.printed(Ours.REPOSITORY.root(), script + " --help");

        assertThat(answer.exit()).isZero();
        assertThat(answer.output()).contains(script, "--help", "--json");
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void namesAnUnknownOptionAndFails(String script) {
        Shell.Answer answer = Shell.run(Ours.REPOSITORY.root(), script + UNKNOWN);

        assertThat(answer.exit()).isNotZero();
        assertThat(answer.output()).contains("--no-such-option");
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void printsAJsonObjectLastWhenItFails(String script) {
        Shell.Answer answer = Shell.printed(Ours.REPOSITORY.root(), script + UNKNOWN + " --json");

        assertThat(answer.exit()).isNotZero();
        assertThat(answer.lastLine()).startsWith("{\"").endsWith("}");
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void readsEveryOptionOfItsHelp(String script) {
        assertThat(check.unreadOptions(script)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cheapCommands")
    void doesWhatADocumentSays(String command) {
        Shell.Answer answer = Shell.run(Ours.REPOSITORY.root(), command);

        assertThat(answer.exit()).as(answer.output()).isZero();
    }

    @Test
    void everyCommandInADocumentExists() {
        assertThat(Ours.DOCUMENTS).flatExtracting(check::missing).isEmpty();
    }

    @Test
    void everyOptionInADocumentIsInTheHelpOfItsCommand() {
        assertThat(Ours.DOCUMENTS).flatExtracting(check::unknownOptions).isEmpty();
    }

    @Test
    void everyCommandInADocumentIsAccountedFor() {
        assertThat(Ours.DOCUMENTS).flatExtracting(check::unaccounted).isEmpty();
    }

    @Test
    void everyCommandAccountedForIsInADocumentAndTestedAsItSays() {
        assertThat(check.tableProblems(Ours.DOCUMENTS)).isEmpty();
    }
}
