package org.assistcounter.fleet.dashboards;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.assistcounter.fleet.counters.ServiceVisits;
import org.jspecify.annotations.Nullable;

/** Visits of technicians in words, the newest first; wrong codes that nobody explained on top. */
public record Visits(List<Visit> rows, String wrong) {

    /** One visit. */
    public record Visit(Rows.When when, State state, String work) {}

    static Visits of(
            List<ServiceVisits.Visit> visits,
            ServiceVisits.@Nullable WrongCodes wrong,
            Words words,
            ZoneId zone) {
        return new Visits(
                visits.stream().map(visit -> row(visit, words, zone)).toList(),
                wrong == null ? "" : wrong(wrong, words, zone));
    }

    private static Visit row(ServiceVisits.Visit visit, Words words, ZoneId zone) {
        Instant ended = visit.endedAt();
        return new Visit(
                new Rows.When(words.time(visit.signedInAt(), zone), visit.signedInAt().toString()),
                ended == null
                        ? State.watch(words.say("visit.open"))
                        : State.off(
                                words.say(
                                        "visit.ended",
                                        words.time(ended, zone),
                                        words.explain("visit-end", visit.endedBy()))),
                work(visit, words));
    }

    private static String work(ServiceVisits.Visit visit, Words words) {
        List<String> parts = new ArrayList<>();
        if (visit.work().locksLifted() > 0) {
            parts.add(words.say("visit.locks", visit.work().locksLifted()));
        }
        if (visit.work().slotsOn() > 0) {
            parts.add(words.say("visit.slots", visit.work().slotsOn()));
        }
        if (visit.wrongCodes() > 0) {
            parts.add(words.say("visit.wrong", visit.wrongCodes()));
        }
        return parts.isEmpty() ? words.say("visit.nothing") : String.join(" · ", parts);
    }

    private static String wrong(ServiceVisits.WrongCodes wrong, Words words, ZoneId zone) {
        return words.say("visit.wrong-codes", wrong.count(), words.time(wrong.newestAt(), zone));
    }
}
