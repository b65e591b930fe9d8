package org.assistcounter.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each form of a name, found and not found. */
class NameCheckTest {
    @TempDir private Path root = Path.of("");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "module/pom.xml",
                "src/main/java",
                "pom.xml",
                "Store.java",
                "module/*.md",
                "src",
                "Sale",
                "Sale.start()",
                "Outcome",
                "Clock",
                "HANDED_OVER",
                "handed-over",
                "start()",
                "journal.store",
                "sale",
                "receiptCode",
                "label{part,hello}",
                "{\"receiptCode\":12,\"hello\":\"label\"}",
                "GET /sales/{label}/{part}",
                "/sales/{label}/{a,b}",
                "v1/<id>/up/hello",
                "up/hello",
                "0A FF",
                "scripts/sell",
                "--seeds"
            })
    void findsWhatIsThere(String name) {
        assertThat(problems(name, Set.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "module/nothing.xml",
                "src/test/kotlin",
                "nothing.java",
                "module/*.txt",
                "Sail",
                "Sale.stop()",
                "org.assistcounter.Sale",
                "Instant",
                "GIVEN_UP",
                "given-up",
                "stop()",
                "sale.store",
                "outbox",
                "commentedOut",
                "label{colour}",
                "{\"colour\":12}",
                "GET /sales",
                "/sales/{label}",
                "up/goodbye",
                "scripts/buy",
                "what? is! this",
                "a + b"
            })
    void noticesWhatIsNotThere(String name) {
        assertThat(problems(name, Set.of()))
                .singleElement()
                .asString()
                .startsWith("module/DESIGN.md, line 3: \"" + name + "\"");
    }

    @Test
    void letsAnAllowedWordPass() {
        assertThat(problems("what? is! this", Set.of("what? is! this"))).isEmpty();
    }

    @Test
    void readsNoNamesInABlock() {
        Document document = Samples.design("# Module\n\n    `Sail`\n\n```\n`Sail`\n```\n");

        assertThat(new Samples(root).names(Set.of()).problems(document)).isEmpty();
    }

    private List<String> problems(String name, Set<String> allowed) {
        Document document = Samples.design("# Module\n\nHere is `" + name + "`.\n");
        return new Samples(root).names(allowed).problems(document);
    }
}
