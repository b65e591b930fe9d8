package org.assistcounter.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** What a former run has left for whoever wanted to read it. */
final class Leavings {

    private Leavings() {}

    static void delete(Path formerRun) throws IOException {
        if (!Files.exists(formerRun)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(formerRun)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
