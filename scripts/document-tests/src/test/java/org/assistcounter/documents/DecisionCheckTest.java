package org.assistcounter.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records of decisions with something wrong in them. */
class DecisionCheckTest {
    private static final String GOOD =
            """
            # One batch, one signature

            Date: 2026-11-22
            Status: accepted

            ## Context
            ## Decision
            ## Alternatives considered
            ## Consequences
            """;

    @Test
    void takesAWholeRecord() {
        assertThat(DecisionCheck.form(record(GOOD))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Date: 2026-11-22",
                "Status: accepted",
                "## Context",
                "## Decision",
                "## Alternatives considered",
                "## Consequences"
            })
    void noticesAMissingPart(String part) {
        assertThat(DecisionCheck.form(record(GOOD.replace(part + "\n", "")))).hasSize(1);
    }

    @Test
    void noticesHeadingsInAnotherOrder() {
        String mixed = GOOD.replace("Context", "X").replace("Decision", "Context");

        assertThat(DecisionCheck.form(record(mixed))).hasSize(1);
    }

    @Test
    void noticesANumberThatIsTakenOrLeftOut() {
        assertThat(numbers("m/decisions/0001-a.md", "m/decisions/0002-b.md")).isEmpty();
        assertThat(numbers("m/decisions/0001-a.md", "m/decisions/0001-b.md")).hasSize(1);
        assertThat(numbers("m/decisions/0001-a.md", "m/decisions/0003-b.md")).hasSize(1);
        assertThat(numbers("m/decisions/0001-a.md", "n/decisions/0001-b.md")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"decisions/0001-a.md", "m/decisions/1-a.md", "m/decisions/0001-Big_Name.md"})
    void noticesAFileNameOfAnotherForm(String path) {
        assertThat(numbers(path)).hasSize(1);
    }

    @Test
    void noticesARecordThatTheIndexLacks() {
        Document index = Document.of("ARCHITECTURE.md", "[One](m/decisions/0001-a.md)\n");

        assertThat(DecisionCheck.unlisted(List.of(record(GOOD)), index)).isEmpty();
        assertThat(DecisionCheck.unlisted(List.of(Samples.design(GOOD)), index)).hasSize(1);
    }

    private static Document record(String text) {
        return Document.of("m/decisions/0001-a.md", text);
    }

    private static List<String> numbers(String... paths) {
        return DecisionCheck.numbers(
                List.of(paths).stream().map(path -> Document.of(path, GOOD)).toList());
    }
}
