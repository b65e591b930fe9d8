package org.assistcounter.shippedparts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The list that people have agreed to: what is shipped, with its licence. A licence that a part's
 * own project does not state is written into the list by hand, with `by hand:` before it.
 */
final class PartsList {
    static final String FILE = "scripts/shipped-parts/parts.txt";
    static final String CARRIED = "scripts/shipped-parts/carried.txt";

    private static final String BY_HAND = "by hand: ";
    private static final String SNAPSHOT = "-SNAPSHOT";
    private static final String HEAD =
            """
            # What is shipped that others made, and its licence; scripts/sbom --update writes it.
            # A licence that a project does not state is written by hand: `by hand: LICENCE`.
            """;

    private final List<Part> agreed;

    PartsList(List<Part> agreed) {
        this.agreed = List.copyOf(agreed);
    }

    static PartsList read(Path file) throws IOException {
        return new PartsList(
                Files.readAllLines(file).stream()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .map(PartsList::part)
                        .toList());
    }

    private static Part part(String line) {
        String[] words = line.split(" +", 3);
        int version = words[1].lastIndexOf(':');
        return new Part(
                words[0].equals("fleet") ? Part.Product.FLEET : Part.Product.COUNTER,
                words[1].substring(0, version),
                words[1].substring(version + 1),
                words.length > 2 ? words[2] : "");
    }

    List<Part> agreed() {
        return agreed;
    }

    /** What nobody has agreed to: a line each, empty when all is as in the list. */
    List<String> differences(List<Part> shipped) {
        List<String> differences = new ArrayList<>();
        for (Part part : shipped) {
            if (part.version().endsWith(SNAPSHOT)) {
                differences.add("not released: " + part.line());
            }
            find(part)
                    .ifPresentOrElse(
                            known -> compare(known, part).ifPresent(differences::add),
                            () -> differences.add("new: " + part.line()));
        }
        agreed.stream()
                .filter(part -> shipped.stream().noneMatch(part::isSamePart))
                .forEach(part -> differences.add("no longer shipped: " + part.line()));
        return differences;
    }

    private static Optional<String> compare(Part known, Part shipped) {
        if (!known.version().equals(shipped.version())) {
            return Optional.of("another version: " + shipped.line() + ", not " + known.version());
        }
        if (shipped.licence().isEmpty()) {
            return known.licence().startsWith(BY_HAND)
                    ? Optional.empty()
                    : Optional.of("of no licence: " + shipped.line());
        }
        return known.licence().equals(shipped.licence())
                ? Optional.empty()
                : Optional.of("another licence: " + shipped.line() + ", not " + known.licence());
    }

    /** The list of what is shipped now; licences by hand stay while the version does. */
    String updated(List<Part> shipped) {
        StringBuilder text = new StringBuilder(HEAD);
        shipped.stream()
                .map(part ->
                        part.licence().isEmpty()
                                ? find(part)
                                        .filter(known -> known.licence().startsWith(BY_HAND))
                                        .map(known -> withLicence(part, known.licence()))
                                        .orElse(part)
                                : part)
                .sorted(Comparator.comparing(Part::line))
                .forEach(part -> text.append(part.line().stripTrailing()).append('\n'));
        return text.toString();
    }

    private static Part withLicence(Part part, String licence) {
        return new Part(part.product(), part.name(), part.version(), licence);
    }

    private Optional<Part> find(Part part) {
        return agreed.stream().filter(part::isSamePart).findFirst();
    }
}
