package org.assistcounter.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands and the table of them, right and wrong. */
class CommandCheckTest {
    @TempDir private Path root = Path.of("");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scripts/sell --seeds 3   # with a comment",
                "KEY=yes mvn -pl module -am test -Dtest=SaleTest",
                "mvn spotless:apply",
                "bash scripts/sell",
                "./scripts/sell --seeds 3"
            })
    void findsTheProgramOfACommand(String line) {
        Document document = Samples.design("    " + line + "\n");

        assertThat(check("").commands(document)).hasSize(1);
        assertThat(check("").missing(document)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scripts/buy --seeds 3",
                "bash scripts/buy",
                "mvn -pl modul verify",
                "mvn -pl module test -Dtest=SailTest"
            })
    void noticesACommandThatIsNotThere(String line) {
        assertThat(check("").missing(Samples.design("    " + line + "\n"))).hasSize(1);
        assertThat(check("").missing(Samples.design("Say `" + line + "`.\n"))).hasSize(1);
    }

    @Test
    void noticesAnOptionThatTheHelpLacks() {
        assertThat(check("").unknownOptions(Samples.design("    scripts/sell --seed 3\n")))
                .hasSize(1);
        assertThat(check("").unknownOptions(Samples.design("`--planted`\n"))).hasSize(1);
        assertThat(check("").unknownOptions(Samples.design("`--seeds`, `scripts/sell --seeds 2`")))
                .isEmpty();
    }

    @Test
    void noticesAnOptionOfTheHelpThatNothingReads() {
        assertThat(check("").unreadOptions("scripts/sell"))
                .containsExactly("scripts/sell --help has --planted-bug, which nothing reads");
    }

    @Test
    void noticesACommandThatTheTableLacks() {
        Document document = Samples.design("    scripts/sell --seeds 3   # sells\n");

        assertThat(check("scripts/sell | run").unaccounted(document)).hasSize(1);
        assertThat(check("scripts/sell --seeds 3 | run").unaccounted(document)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scripts/sell --seeds 3 | run",
                "scripts/sell --seeds 3 | manual it takes an hour",
                "scripts/sell --seeds 3 | tested-by SaleTest",
                "scripts/sell --seeds 3 | tested-by sample.SaleTest"
            })
    void takesALineThatIsTrue(String line) {
        assertThat(tableProblems(line)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scripts/sell --seeds 4 | run",
                "scripts/sell --seeds 3 | run sometimes",
                "scripts/sell --seeds 3 | manual",
                "scripts/sell --seeds 3 | hopefully",
                "scripts/sell --seeds 3 | tested-by SailTest",
                "scripts/sell --seeds 3 | tested-by other.SaleTest",
                "scripts/sell --seeds 3 | tested-by Journal"
            })
    void noticesALineThatIsNot(String line) {
        assertThat(tableProblems(line)).hasSize(1);
    }

    @Test
    void refusesATableThatCannotBeRead() {
        assertThatThrownBy(() -> CommandTable.of("scripts/sell run"))
                .hasMessageContaining("scripts/sell run");
        assertThatThrownBy(() -> CommandTable.of("a | run\na | run")).hasMessageContaining("twice");
    }

    private CommandCheck check(String table) {
        return new Samples(root).commands(table);
    }

    private List<String> tableProblems(String line) {
        return check(line).tableProblems(List.of(Samples.design("    scripts/sell --seeds 3\n")));
    }
}
