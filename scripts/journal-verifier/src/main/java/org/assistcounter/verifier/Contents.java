package org.assistcounter.verifier;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the manifest of an export says that there is. */
final class Contents {
    static final String NAME = "manifest.txt";

    private static final String TITLE = "assistance-counter-export 1";
    private static final String END = "end";
    private static final String CUT = "the export is not complete: ";

    private final Map<String, String> words = new HashMap<>();
    private final List<String> witnesses = new java.util.ArrayList<>();
    private final Map<String, FileLine> files = new TreeMap<>();
    private final Map<String, RecordsLine> counters = new TreeMap<>();

    /** A file and its SHA-256. */
    record FileLine(String sha256, long size) {}

    /** The records of a counter, and SHA-256 over all their bytes. */
    record RecordsLine(long first, long last, long bytes, String sha256) {
        long count() {
            return last - first + 1;
        }
    }

    /** Reads it. A manifest that does not end as it should tells of an export that was cut. */
    static Contents read(Archive archive, Findings findings) throws IOException {
        Contents contents = new Contents();
        if (!archive.files().containsKey(NAME)) {
            findings.add(0, CUT + NAME + " is missing");
            return contents;
        }
        try (Lines lines = new Lines(archive.open(NAME))) {
            contents.read(lines);
        } catch (MalformedException failure) {
            findings.add(0, CUT + failure.reason());
        }
        return contents;
    }

    private void read(Lines lines) throws IOException, MalformedException {
        Lines.Line line = lines.next();
        if (line == null || !line.text().equals(TITLE)) {
            throw new MalformedException(NAME + " does not begin with \"" + TITLE + "\"");
        }
        for (line = lines.next(); line != null; line = lines.next()) {
            String defect = line.defect();
            if (defect != null) {
                throw new MalformedException(NAME + ": " + defect);
            }
            if (words.containsKey(END)) {
                throw new MalformedException(NAME + " goes on after its end");
            }
            take(line.text().split(" ", 2));
        }
        long records = counters.values().stream().mapToLong(RecordsLine::count).sum();
        String end = counters.size() + " " + records;
        if (!end.equals(words.get(END))) {
            throw new MalformedException(NAME + " does not end with \"end " + end + "\"");
        }
    }

    private void take(String[] line) throws MalformedException {
        String rest = line.length == 2 ? line[1] : "";
        switch (line[0]) {
            case "file" -> file(rest.split(" ", 3));
            case "records" -> records(rest.split(" ", -1));
            case "witness-key" -> witnesses.add(rest);
            case "origin", "range", "made", "checkpoint-key", "log-key", END -> {
                if (words.put(line[0], rest) != null) {
                    throw new MalformedException(NAME + " has two lines of " + line[0]);
                }
            }
            default -> throw new MalformedException(NAME + " has an unknown line " + line[0]);
        }
    }

    private void file(String[] words) throws MalformedException {
        if (words.length != 3
                || files.put(words[2], new FileLine(words[0], number(words[1]))) != null) {
            throw new MalformedException(NAME + " has a wrong line of a file");
        }
    }

    private void records(String[] words) throws MalformedException {
        if (words.length == 5) {
            RecordsLine line =
                    new RecordsLine(number(words[1]), number(words[2]), number(words[3]), words[4]);
            if (line.count() > 0 && counters.put(words[0], line) == null) {
                return;
            }
        }
        throw new MalformedException(NAME + " has a wrong line of records");
    }

    static long number(String text) throws MalformedException {
        if (!text.matches("[0-9]{1,18}")) {
            throw new MalformedException("not a number: " + text);
        }
        return Long.parseLong(text);
    }

    /** What a line of a single word says; nothing where it is missing. */
    String word(String name) {
        return words.getOrDefault(name, "");
    }

    List<String> witnesses() {
        return List.copyOf(witnesses);
    }

    Map<String, FileLine> files() {
        return files;
    }

    Map<String, RecordsLine> counters() {
        return counters;
    }

    @Nullable RecordsLine records(String counter) {
        return counters.get(counter);
    }
}
