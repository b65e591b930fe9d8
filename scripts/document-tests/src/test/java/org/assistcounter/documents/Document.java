package org.assistcounter.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Markdown file, as far as this repository uses Markdown: headings, links, names in backticks,
 * tables, and blocks that are indented or fenced.
 *
 * @param path below the root, with forward slashes
 */
record Document(String path, List<String> lines) {
    private static final Pattern SPAN = Pattern.compile("`([^`]+)`");
    private static final Pattern LINK = Pattern.compile("\\[[^]]*]\\(([^)\\s]+)\\)");
    private static final Pattern OUTSIDE = Pattern.compile("[a-z]+:.*");

    static Document of(String path, String text) {
        return new Document(path, text.lines().toList());
    }

    /** Every line of prose, a table or a heading. */
    List<Mention> prose() {
        return split(false);
    }

    /** Every line of a block. */
    List<Mention> blocks() {
        return split(true);
    }

    List<Mention> all() {
        List<Mention> all = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            all.add(new Mention(path, i + 1, lines.get(i)));
        }
        return all;
    }

    private List<Mention> split(boolean wantsBlocks) {
        List<Mention> found = new ArrayList<>();
        boolean isFenced = false;
        for (Mention line : all()) {
            boolean isFence = line.text().startsWith("```");
            isFenced ^= isFence;
            boolean isBlock = isFenced || line.text().startsWith("    ");
            if (!isFence && isBlock == wantsBlocks) {
                found.add(line);
            }
        }
        return found;
    }

    /** The names in backticks. */
    List<Mention> names() {
        return found(SPAN);
    }

    /** Targets of links and images that are in this repository. */
    List<Mention> links() {
        return found(LINK).stream()
                .filter(link -> !OUTSIDE.matcher(link.text()).matches())
                .toList();
    }

    private List<Mention> found(Pattern pattern) {
        List<Mention> found = new ArrayList<>();
        for (Mention line : prose()) {
            Matcher matcher = pattern.matcher(line.text());
            while (matcher.find()) {
                found.add(new Mention(path, line.line(), matcher.group(1)));
            }
        }
        return found;
    }

    /** What stands after the hashes of each heading of this depth. */
    List<Mention> headings(int depth) {
        String start = "#".repeat(depth) + " ";
        return prose().stream()
                .filter(line -> line.text().startsWith(start))
                .map(line -> new Mention(path, line.line(), line.text().substring(start.length())))
                .toList();
    }

    /** What may follow the # of a link, as code hosts make it from a heading. */
    boolean hasAnchor(String anchor) {
        return prose().stream()
                .map(Mention::text)
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
                .map(line -> line.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .anyMatch(anchor::equals);
    }

    /** The names in the first column of tables with this heading over it. */
    List<Mention> firstColumn(String heading) {
        List<Mention> found = new ArrayList<>();
        boolean isInside = false;
        for (Mention line : prose()) {
            String text = line.text();
            isInside = text.startsWith("| " + heading + " |") || (isInside && text.startsWith("|"));
            if (isInside) {
                String cell = text.substring(0, text.indexOf('|', 1));
                Matcher matcher = SPAN.matcher(cell);
                while (matcher.find()) {
                    found.add(new Mention(path, line.line(), matcher.group(1)));
                }
            }
        }
        return found;
    }
}
