package org.assistcounter.documents;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How each command of the documents is known to work; {@code commands.txt} tells the kinds. */
record CommandTable(Map<String, Entry> entries) {

    /**
     * One command.
     *
     * @param kind {@code run}, {@code tested-by} or {@code manual}
     * @param what the test or script, or why nothing runs it
     */
    record Entry(String kind, String what) {}

    static CommandTable of(String text) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (String line : text.lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            List<String> parts = List.of(line.split(" \\| ", -1));
            if (parts.size() != 2) {
                throw new IllegalArgumentException("not \"command | kind what\": " + line);
            }
            String how = parts.getLast().strip();
            int space = how.indexOf(' ');
            Entry entry =
                    space < 0
                            ? new Entry(how, "")
                            : new Entry(how.substring(0, space), how.substring(space + 1));
            if (entries.put(parts.getFirst().strip(), entry) != null) {
                throw new IllegalArgumentException("twice: " + line);
            }
        }
        return new CommandTable(entries);
    }

    /** The commands of one kind, in order. */
    List<String> ofKind(String kind) {
        return entries.entrySet().stream()
                .filter(entry -> entry.getValue().kind().equals(kind))
                .map(Map.Entry::getKey)
                .toList();
    }
}
