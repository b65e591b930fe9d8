package org.assistcounter.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** This repository, read once for all tests, and the two lists beside them. */
final class Ours {
    static final Repository REPOSITORY = Repository.ours();
    static final List<Document> DOCUMENTS = REPOSITORY.documents();
    static final Sources SOURCES = Sources.of(REPOSITORY);
    static final CommandTable TABLE = CommandTable.of(resource("commands.txt"));

    private static final Map<String, String> HELP = new ConcurrentHashMap<>();

    private Ours() {}

    static Document document(String path) {
        return Document.of(path, REPOSITORY.read(path));
    }

    /** Words in backticks that fit no form, with the reason. */
    static Map<String, String> words() {
        return resource("words.txt")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> List.of(line.split(" \\| ", 2)))
                .collect(Collectors.toMap(List::getFirst, parts -> parts.get(1)));
    }

    static CommandCheck commandCheck() {
        return new CommandCheck(REPOSITORY, SOURCES, TABLE, Ours::help);
    }

    static String help(String script) {
        return HELP.computeIfAbsent(
                script, path -> Shell.run(REPOSITORY.root(), path + " --help").output());
    }

    private static String resource(String name) {
        try (InputStream in =
                Objects.requireNonNull(Ours.class.getResourceAsStream("/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
