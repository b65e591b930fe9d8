package org.assistcounter.fleet.dashboards;

import java.time.Instant;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.sites.Site;

/** Puts counters into words. */
final class CounterRows {
    private final Words words;
    private final Fleet fleet;

    CounterRows(Words words, Fleet fleet) {
        this.words = words;
        this.fleet = fleet;
    }

    Rows.Line row(Counter counter, Rows.Filled filled) {
        Instant seen = counter.lastSeenAt();
        return new Rows.Line(
                counter.place().label(),
                site(counter),
                state(counter),
                seen == null ? "" : words.age(seen),
                counter.lastSeq(),
                filled);
    }

    String site(Counter counter) {
        Site site = fleet.site(counter);
        return site == null ? "" : words.either(site.names().zh(), site.names().en());
    }

    State state(Counter counter) {
        Instant seen = counter.lastSeenAt();
        String since = seen == null ? "" : words.time(seen, fleet.zone(counter.id().hex()));
        return switch (fleet.standing(counter, words.now())) {
            case ONLINE -> State.good(words.say("counter.online"));
            case HEARD -> State.off(words.say("counter.heard", since));
            case LATE -> State.watch(words.say("counter.late", since));
            case SILENT -> State.bad(words.say("counter.silent", since));
            case NEVER_HEARD -> State.off(words.say("counter.never-heard"));
            case SUSPENDED -> State.off(words.say("counter.suspended"));
            case RETIRED -> State.off(words.say("counter.retired"));
        };
    }
}
