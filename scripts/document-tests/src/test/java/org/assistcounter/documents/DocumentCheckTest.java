package org.assistcounter.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The checks notice what is wrong, on documents made up for it. */
class DocumentCheckTest {
    @TempDir private Path root = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"text\n# Late\n", "", "## Deep\n", "# One\n\n# Two\n"})
    void noticesAMissingLateOrSecondTitle(String text) {
        assertThat(DocumentCheck.title(Samples.design(text))).hasSize(1);
    }

    @Test
    void takesAHashInABlockForNoTitle() {
        assertThat(DocumentCheck.title(Samples.design("# One\n\n    # a comment\n"))).isEmpty();
        assertThat(DocumentCheck.title(Samples.design("# One\n```\n# a comment\n```\n"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[a](src)",
                "[a](../README.md)",
                "[a](../README.md#what-it-is)",
                "[a](#module)",
                "[a](https://example.org/nothing)"
            })
    void followsALink(String link) {
        assertThat(links(link)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[a](README.md)",
                "![a](picture.png)",
                "[a](../README.md#what)",
                "[a](#what-it-is)"
            })
    void noticesALinkThatLeadsNowhere(String link) {
        assertThat(links(link))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("module/DESIGN.md, line 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"see /home/somebody", "`/root/x`", "    cd /work/here"})
    void noticesAPathOfAMachine(String line) {
        assertThat(DocumentCheck.machinePaths(Samples.design(line))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"scripts/work/x", "`/books`", "a root/branch"})
    void takesNoOtherPathForOne(String line) {
        assertThat(DocumentCheck.machinePaths(Samples.design(line))).isEmpty();
    }

    @Test
    void noticesALineNumber() {
        assertThat(DocumentCheck.lineNumbers(Samples.design("see Sale.java:12"))).hasSize(1);
    }

    @Test
    void noticesADocumentThatIsTooLong() {
        assertThat(DocumentCheck.length(Samples.design("a\nb\nc\n"), 2)).hasSize(1);
        assertThat(DocumentCheck.length(Samples.design("a\nb\n"), 2)).isEmpty();
    }

    @Test
    void noticesAPackageThatIsMissingOrMadeUp() {
        assertThat(packages("| `sale` | x |\n| `journal`, `journal.store` | x |\n")).isEmpty();
        assertThat(packages("| `sale` | x |\n")).hasSize(1);
        assertThat(packages("| `sale`, `journal`, `outbox` | x |\n")).hasSize(1);
    }

    @Test
    void findsNoDocumentInATarget() {
        Samples samples = new Samples(root);
        samples.write("module/target/x.md", "no title");
        samples.write(".idea/x.md", "no title");

        assertThat(samples.repository().documents())
                .extracting(Document::path)
                .containsExactly("README.md", "module/DESIGN.md");
    }

    private List<String> links(String link) {
        Document document = Samples.design("# Module\n\n" + link + "\n");
        return DocumentCheck.links(document, new Samples(root).repository());
    }

    private List<String> packages(String rows) {
        Document document = Samples.design("| package | what |\n|---|---|\n" + rows);
        return DocumentCheck.packages(document, new Samples(root).sources(), "module");
    }
}
