package org.assistcounter.fleet.dashboards.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.assistcounter.fleet.catalogue.Outcome;
import org.assistcounter.fleet.spreadsheets.Cell;
import org.assistcounter.fleet.spreadsheets.Checked;
import org.assistcounter.fleet.spreadsheets.Problem;
import org.assistcounter.fleet.spreadsheets.Sheet;
import org.assistcounter.fleet.spreadsheets.Table;
import reactor.core.publisher.Mono;

/**
 * A form as a table of one row, so that what is typed is understood and refused as it is in files.
 */
final class Filled {
    private static final int LENGTH_MAX = 10_000;

    /** Refusals that are about more than how a field is written, and the field to look at. */
    private static final Map<String, String> FIELDS =
            Map.ofEntries(
                    Map.entry("no-supplier", "supplier"),
                    Map.entry("id-taken", "id"),
                    Map.entry("code-taken", "code"),
                    Map.entry("county-ended", "county-code"),
                    Map.entry("county-unknown", "county-code"),
                    Map.entry("not-a-county", "county-code"),
                    Map.entry("licence-ended", "licence-until"),
                    Map.entry("above-ceiling", "price"),
                    Map.entry("share-above-price", "supplier-share"),
                    Map.entry("reason", "reason"),
                    Map.entry("no-product", "product"),
                    Map.entry("lot-taken", "lot"),
                    Map.entry("packed-before-harvest", "packed-on"),
                    Map.entry("harvest-to-come", "harvested-on"),
                    Map.entry("ends-before-packed", "best-before"),
                    Map.entry("beyond-shelf-life", "shelf-life-days"),
                    Map.entry("certificate-to-come", "issued-on"),
                    Map.entry("certificate-incomplete", "certificate"));

    private Filled() {}

    /** A form's fields as its sheet reads them. */
    static <T> Checked<T> read(Sheet<T> sheet, Map<String, String> form) {
        List<String> header = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        sheet.columns()
                .forEach(column -> {
                    String typed = form.getOrDefault(column.key(), "");
                    header.add(column.key());
                    cells.add(typed.substring(0, Math.min(typed.length(), LENGTH_MAX)));
                });
        return sheet.check(new Table(1, header, List.of(new Table.Row(1, cells, List.of()))));
    }

    /** What is wrong with it: columns and words, one after the other. */
    static String refusal(Checked<?> read) {
        return read.problems().stream().map(Filled::word).collect(Collectors.joining(" "));
    }

    private static String word(Problem problem) {
        return problem.column().isEmpty()
                ? problem.word()
                : problem.column() + "." + problem.word();
    }

    /** The fields that a refusal is about, for their form to mark them. */
    static Set<String> wrong(String refusal) {
        return Arrays.stream(refusal.split(" ", -1))
                .map(word -> {
                    int dot = word.indexOf('.');
                    return dot < 0 ? FIELDS.getOrDefault(word, "") : word.substring(0, dot);
                })
                .collect(Collectors.toUnmodifiableSet());
    }

    /** An entry as its form has it. */
    static Map<String, String> typed(Sheet<?> sheet, List<Cell> row, long version) {
        Map<String, String> typed = new HashMap<>();
        for (int i = 0; i < row.size(); i++) {
            typed.put(sheet.columns().get(i).key(), row.get(i).plain());
        }
        typed.put("version", Long.toString(version));
        return typed;
    }

    /** Which version was on the page; none that there is where the field is wrong. */
    static long version(Map<String, String> form) {
        String typed = form.getOrDefault("version", "");
        return typed.matches("[0-9]{1,18}") ? Long.parseLong(typed) : -1;
    }

    /** A field by which something that was added is found again. */
    static String key(Map<String, String> form, String field) {
        return form.getOrDefault(field, "").strip();
    }

    /** The words of a refusal, empty when it is done. */
    static Mono<String> refusal(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done _ -> Mono.empty();
            case Outcome.Refused(List<String> words) -> Mono.just(String.join(" ", words));
        };
    }
}
