package org.assistcounter.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What holds for a document whatever it is about. */
final class DocumentCheck {
    private static final Pattern MACHINE = Pattern.compile("(^|.*[^\\w.-])/(work|root|home)/.*");
    private static final Pattern LINE_NUMBER = Pattern.compile(".*\\.(java|js|sql):\\d+.*");

    private DocumentCheck() {}

    static List<String> title(Document document) {
        List<String> problems = new ArrayList<>();
        List<Mention> titles = document.headings(1);
        if (titles.isEmpty() || titles.getFirst().line() != 1) {
            String first = document.lines().isEmpty() ? "" : document.lines().getFirst();
            problems.add(new Mention(document.path(), 1, first).problem("is not a title (\"# \")"));
        }
        titles.stream()
                .skip(1)
                .map(title -> title.problem("is a second title"))
                .forEach(problems::add);
        return problems;
    }

    static List<String> links(Document document, Repository repository) {
        return document.links().stream().flatMap(link -> link(link, document, repository)).toList();
    }

    private static Stream<String> link(Mention link, Document from, Repository repository) {
        int hash = link.text().indexOf('#');
        String path = hash < 0 ? link.text() : link.text().substring(0, hash);
        String target =
                path.isEmpty()
                        ? from.path()
                        : Repository.resolve(Repository.folder(from.path()), path);
        if (!path.isEmpty() && !repository.exists(target)) {
            return Stream.of(link.problem("leads nowhere"));
        }
        if (hash < 0) {
            return Stream.empty();
        }
        Document to = path.isEmpty() ? from : Document.of(target, repository.read(target));
        return to.hasAnchor(link.text().substring(hash + 1))
                ? Stream.empty()
                : Stream.of(link.problem("names no heading there"));
    }

    static List<String> machinePaths(Document document) {
        return matching(document, MACHINE, "has a path of somebody's machine");
    }

    static List<String> lineNumbers(Document document) {
        return matching(document, LINE_NUMBER, "has a line number, which will not stay true");
    }

    private static List<String> matching(Document document, Pattern pattern, String what) {
        return document.all().stream()
                .filter(line -> pattern.matcher(line.text()).matches())
                .map(line -> line.problem(what))
                .toList();
    }

    static List<String> length(Document document, int most) {
        int length = document.lines().size();
        return length <= most
                ? List.of()
                : List.of("%s: %d lines, at most %d".formatted(document.path(), length, most));
    }

    /** In a module's DESIGN.md, the table of packages or modules has each of them. */
    static List<String> packages(Document document, Sources sources, String module) {
        List<Mention> rows =
                Stream.of("package", "module")
                        .flatMap(heading -> document.firstColumn(heading).stream())
                        .toList();
        List<String> named = rows.stream().map(Mention::text).toList();
        List<String> problems = new ArrayList<>();
        for (Mention row : rows) {
            if (!sources.packages(module).contains(row.text())) {
                problems.add(row.problem("is no package of this module"));
            }
        }
        for (String name : sources.packages(module)) {
            if (!named.isEmpty() && !name.contains(".") && !named.contains(name)) {
                problems.add(document.path() + ": the table lacks the package " + name);
            }
        }
        return problems;
    }
}
