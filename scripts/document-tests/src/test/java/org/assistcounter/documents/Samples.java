package org.assistcounter.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** A small source tree, and documents that are wrong about it or right. */
final class Samples {
    private final Path root;

    Samples(Path root) {
        this.root = root;
        write("README.md", "# Sample\n\n## What it is\n");
        write("module/pom.xml", "<project/>");
        write("module/DESIGN.md", "# Module\n");
        write(
                "module/src/main/java/org/sample/sale/Sale.java",
                """
                package org.sample.sale;

                import java.time.Clock;

                /** Names commentedOut, which is no word of the source. */
                record Sale(String receiptCode) {
                    enum Outcome { HANDED_OVER }

                    void start() {
                        get("/sales/{label}/{part}");
                        topic("v1/", "/up/", "hello");
                    }
                }
                """);
        write(
                "module/src/main/java/org/sample/journal/store/Store.java",
                "package org.sample.journal.store;\nclass Store {}\n");
        write("module/src/main/java/org/sample/journal/Journal.java", "class Journal {}\n");
        write("module/src/test/java/org/sample/SaleTest.java", "class SaleTest { /* --seeds */ }");
        write("scripts/sell", "#!/bin/sh\ncase $1 in --seeds) ;; esac\n");
        if (!root.resolve("scripts/sell").toFile().setExecutable(true)) {
            throw new IllegalStateException("cannot make a command in " + root);
        }
    }

    void write(String path, String text) {
        try {
            Files.createDirectories(root.resolve(path).getParent());
            Files.writeString(root.resolve(path), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Repository repository() {
        return Repository.at(root);
    }

    Sources sources() {
        return Sources.of(repository());
    }

    CommandCheck commands(String table) {
        return new CommandCheck(
                repository(),
                sources(),
                CommandTable.of(table),
                _ -> "--seeds N, --planted-bug NAME, --help");
    }

    NameCheck names(Set<String> allowed) {
        return new NameCheck(repository(), sources(), allowed, commands("")::isCommand);
    }

    /** A document of the module. */
    static Document design(String text) {
        return Document.of("module/DESIGN.md", text);
    }
}
