package org.assistcounter.simulation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The tables of planted bugs. A bug is a line {@code bug NAME}, a sentence, the line {@code in
 * FILE}, the lines of the source that change, each after {@code "- "}, the lines that take their
 * place, each after {@code "+ "}, and the line {@code caught by seed N in H hours}, for what only a
 * fleet shows {@code with C counters} at its end.
 */
final class PlantedBugs {
    private static final List<String> TABLES = List.of("sale", "devices", "journal", "fleet");

    private PlantedBugs() {}

    /** All of them, in the order of the tables. */
    static List<PlantedBug> all() {
        List<PlantedBug> bugs = new ArrayList<>();
        for (String table : TABLES) {
            bugs.addAll(read(text("/planted-bugs/" + table + ".txt")));
        }
        Set<String> names = new HashSet<>();
        for (PlantedBug bug : bugs) {
            if (!names.add(bug.name())) {
                throw new IllegalStateException("two planted bugs are called " + bug.name());
            }
        }
        return bugs;
    }

    /** The bug of this name. */
    static PlantedBug named(String name) {
        for (PlantedBug bug : all()) {
            if (bug.name().equals(name)) {
                return bug;
            }
        }
        throw new IllegalArgumentException("there is no planted bug " + name);
    }

    /** The bugs of one table. */
    static List<PlantedBug> read(String table) {
        List<PlantedBug> bugs = new ArrayList<>();
        Entry entry = new Entry();
        for (String line : table.lines().toList()) {
            if (line.startsWith("bug ") && entry.isBegun()) {
                bugs.add(entry.bug());
                entry = new Entry();
            }
            entry.line(line);
        }
        bugs.add(entry.bug());
        return bugs;
    }

    private static String text(String resource) {
        try (InputStream in = PlantedBugs.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("there is no table " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One entry of a table while it is read. */
    private static final class Entry {
        private static final Pattern CAUGHT =
                Pattern.compile("caught by seed (\\d+) in (\\d+) hours?( with (\\d+) counters)?");

        private final List<String> what = new ArrayList<>();
        private final List<String> original = new ArrayList<>();
        private final List<String> replacement = new ArrayList<>();
        private String name = "";
        private String source = "";
        private PlantedBug.@Nullable Showing shown;

        boolean isBegun() {
            return !name.isEmpty();
        }

        void line(String line) {
            if (line.startsWith("bug ")) {
                name = line.substring(4);
            } else if (line.startsWith("in ")) {
                source = line.substring(3);
            } else if (line.startsWith("- ")) {
                original.add(line.substring(2));
            } else if (line.startsWith("+ ")) {
                replacement.add(line.substring(2));
            } else if (line.startsWith("caught by ")) {
                shown = showing(line);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                what.add(line);
            }
        }

        private static PlantedBug.Showing showing(String line) {
            Matcher matcher = CAUGHT.matcher(line);
            if (!matcher.matches()) {
                throw new IllegalStateException("not understood: " + line);
            }
            String counters = matcher.group(4);
            return new PlantedBug.Showing(
                    Long.parseLong(matcher.group(1)),
                    Long.parseLong(matcher.group(2)),
                    counters == null ? 1 : Integer.parseInt(counters));
        }

        PlantedBug bug() {
            PlantedBug.Showing known = shown;
            boolean isWhole = !source.isEmpty() && !original.isEmpty() && !what.isEmpty();
            if (known == null || !isWhole) {
                throw new IllegalStateException("an entry is not complete: bug " + name);
            }
            return new PlantedBug(
                    name,
                    String.join(" ", what),
                    source,
                    String.join("\n", original),
                    String.join("\n", replacement),
                    known);
        }
    }
}
