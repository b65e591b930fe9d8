package org.assistcounter.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The form of the records in {@code decisions} folders. */
final class DecisionCheck {
    static final List<String> HEADINGS =
            List.of("Context", "Decision", "Alternatives considered", "Consequences");

    private static final Pattern NAME = Pattern.compile("(.+/decisions)/(\\d{4})-[a-z0-9-]+\\.md");
    private static final Pattern DATE = Pattern.compile("Date: \\d{4}-\\d{2}-\\d{2}");
    private static final Pattern STATUS =
            Pattern.compile("Status: (accepted|superseded by \\d{4})");

    private DecisionCheck() {}

    static boolean isDecision(Document document) {
        return document.path().contains("decisions/");
    }

    static List<String> form(Document document) {
        List<String> problems = new ArrayList<>();
        List<String> headings = document.headings(2).stream().map(Mention::text).toList();
        if (!headings.equals(HEADINGS)) {
            problems.add(document.path() + ": has the headings " + headings + ", not " + HEADINGS);
        }
        for (Pattern line : List.of(DATE, STATUS)) {
            if (document.lines().stream().noneMatch(text -> line.matcher(text).matches())) {
                problems.add(document.path() + ": has no line \"" + line + "\"");
            }
        }
        return problems;
    }

    /** In each folder the numbers are 1, 2, 3 …, each once. */
    static List<String> numbers(List<Document> documents) {
        List<String> problems = new ArrayList<>();
        Map<String, Integer> last = new TreeMap<>();
        for (Document document : documents) {
            var matcher = NAME.matcher(document.path());
            if (!matcher.matches()) {
                problems.add(document.path() + ": is not decisions/NNNN-title.md of a module");
                continue;
            }
            int due = last.merge(matcher.group(1), 1, Integer::sum);
            if (Integer.parseInt(matcher.group(2)) != due) {
                problems.add("%s: the number %04d is due".formatted(document.path(), due));
            }
        }
        return problems;
    }

    static List<String> unlisted(List<Document> decisions, Document index) {
        List<String> listed = index.links().stream().map(Mention::text).toList();
        return decisions.stream()
                .map(Document::path)
                .filter(path -> !listed.contains(path))
                .map(path -> path + ": is not listed in " + index.path())
                .toList();
    }
}
