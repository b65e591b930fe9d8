package org.assistcounter.fleet.dashboards.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.assistcounter.fleet.lots.Inspection;
import org.assistcounter.fleet.lots.Lot;
import org.assistcounter.fleet.lots.LotDesk;
import org.assistcounter.fleet.lots.Movement;
import org.assistcounter.fleet.lots.Place;
import org.assistcounter.fleet.spreadsheets.Parse;
import org.assistcounter.fleet.spreadsheets.Parsed;

/** What is typed about a lot: a sample, and where goods go. */
final class LotForms {
    private static final int NAME_MAX = 100;
    private static final int FINDINGS_MAX = 500;

    private LotForms() {}

    /** Empty when a field is missing or cannot be understood. */
    static Optional<Inspection> sample(Lot.Key key, Map<String, String> form) {
        String laboratory = field(form, "laboratory");
        String report = field(form, "report");
        String findings = field(form, "findings");
        boolean isThere = isName(laboratory) && isName(report) && findings.length() <= FINDINGS_MAX;
        return isThere
                        && Parse.date().apply(field(form, "taken-on"))
                                instanceof Parsed.Value<LocalDate>(LocalDate taken)
                ? Optional.of(
                        new Inspection(
                                key,
                                taken,
                                new Inspection.Report(laboratory, report),
                                field(form, "result").equals("passed"),
                                findings,
                                new Inspection.By("", "")))
                : Optional.empty();
    }

    /** Goods and their way; none where the field is no number. */
    static LotDesk.Wanted wanted(Map<String, String> form) {
        return new LotDesk.Wanted(
                new Movement.Way(place(form, "from"), place(form, "to")),
                quantity(form),
                field(form, "reason"),
                FormPage.once(form));
    }

    private static long quantity(Map<String, String> form) {
        return Parse.whole(1, Integer.MAX_VALUE).apply(field(form, "quantity"))
                        instanceof Parsed.Value<Long>(Long quantity)
                ? quantity
                : 0;
    }

    /** A place without a name has none, whatever is typed; a kind that is none is a waste's. */
    private static Place place(Map<String, String> form, String end) {
        String typed = field(form, end);
        Place.Kind kind =
                Arrays.stream(Place.Kind.values())
                        .filter(each -> each.word().equals(typed))
                        .findFirst()
                        .orElse(Place.Kind.WASTE);
        return new Place(kind, kind.isNamed() ? field(form, end + "-place") : "");
    }

    private static String field(Map<String, String> form, String name) {
        return form.getOrDefault(name, "").strip();
    }

    private static boolean isName(String text) {
        return !text.isEmpty() && text.length() <= NAME_MAX;
    }
}
