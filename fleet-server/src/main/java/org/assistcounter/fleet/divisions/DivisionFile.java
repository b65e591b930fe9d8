package org.assistcounter.fleet.divisions;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.io.ClassPathResource;

/** The divisions' file, divisions/README.md. Lines are split at commas: no field has one. */
final class DivisionFile {
    private static final String HEADER = "code,zh,en,from,until,successor";
    private static final int FIELDS = 6;
    private static final Set<String> MUNICIPALITIES = Set.of("11", "12", "31", "50");

    private DivisionFile() {}

    static SortedMap<String, Division> read() throws IOException {
        ClassPathResource file = new ClassPathResource("divisions/divisions.csv");
        try (InputStream in = file.getInputStream()) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    static SortedMap<String, Division> parse(String text) {
        List<String> lines = text.lines().toList();
        expect(!lines.isEmpty() && lines.getFirst().equals(HEADER), "it does not begin " + HEADER);
        expect(!text.contains("\""), "it has quotes, which are not read");
        SortedMap<String, Division> divisions = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            Division division = division(line);
            expect(divisions.put(division.code(), division) == null, "twice: " + division.code());
        }
        for (Division division : divisions.values()) {
            expectParents(division, divisions);
            expectSuccessor(division, divisions);
        }
        return divisions;
    }

    private static Division division(String line) {
        List<String> fields = List.of(line.split(",", -1));
        expect(fields.size() == FIELDS, "not six fields: " + line);
        try {
            return new Division(
                    fields.get(0),
                    fields.get(1),
                    fields.get(2),
                    year(fields.get(3)),
                    year(fields.get(4)),
                    fields.get(5));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("the file of divisions: " + e.getMessage(), e);
        }
    }

    private static int year(String field) {
        if (field.isEmpty()) {
            return 0;
        }
        expect(field.matches("(19|20)[0-9]{2}"), "no year: " + field);
        return Integer.parseInt(field);
    }

    private static void expectParents(Division child, SortedMap<String, Division> divisions) {
        String province = Divisions.provinceOf(child.code());
        expect(divisions.containsKey(province), child.code() + " lacks " + province);
        String city = Divisions.cityOf(child.code());
        expect(
                divisions.containsKey(city) || isOfItsProvince(child.code()),
                child.code() + " lacks " + city);
    }

    /** In a municipality, and where the city's digits are 90, GB/T 2260 has no city that is one. */
    private static boolean isOfItsProvince(String code) {
        return MUNICIPALITIES.contains(code.substring(0, 2)) || code.startsWith("90", 2);
    }

    private static void expectSuccessor(Division ended, SortedMap<String, Division> divisions) {
        if (ended.successor().isEmpty()) {
            return;
        }
        String pair = ended.code() + " with successor " + ended.successor();
        expect(!ended.isCurrent(), pair + " has not ended");
        Division successor = divisions.get(ended.successor());
        if (successor == null || successor.level() != ended.level()) {
            throw new IllegalStateException("the file of divisions: " + pair + ", which is none");
        }
        expect(
                successor.isCurrent() || successor.endedYear() > ended.endedYear(),
                pair + ", which had ended by then");
    }

    private static void expect(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException("the file of divisions: " + otherwise);
        }
    }
}
