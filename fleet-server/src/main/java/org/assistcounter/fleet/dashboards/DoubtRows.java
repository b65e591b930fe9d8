package org.assistcounter.fleet.dashboards;

import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.doubts.Doubt;
import org.assistcounter.fleet.doubts.DoubtKind;
import org.assistcounter.fleet.sites.Site;

/** Puts doubts into words. */
record DoubtRows(Words words, Fleet fleet) {

    DoubtRow row(Doubt doubt) {
        return new DoubtRow(
                doubt.id(),
                state(doubt),
                fleet.label(doubt.counter()),
                site(doubt),
                words.say("doubt.times", doubt.met().times()),
                words.age(doubt.met().first()));
    }

    /** A line in the list of what somebody has to do. */
    Rows.Task task(Doubt doubt) {
        String label = fleet.label(doubt.counter());
        return new Rows.Task(
                state(doubt),
                new Rows.About(
                        words.say("doubt." + doubt.kind().word() + ".what"),
                        words.say("task.counter", label, site(doubt))),
                "/doubts/" + doubt.id(),
                words.age(doubt.met().first()),
                Rows.Claim.NONE);
    }

    private State state(Doubt doubt) {
        String word = words.say("doubt." + doubt.kind().word());
        if (!doubt.isOpen()) {
            return State.off(word);
        }
        return doubt.kind() == DoubtKind.CLONE || doubt.kind() == DoubtKind.DAMAGED
                ? State.watch(word)
                : State.bad(word);
    }

    private String site(Doubt doubt) {
        Counter counter = fleet.counter(doubt.counter());
        Site site = counter == null ? null : fleet.site(counter);
        return site == null ? "" : words.either(site.names().zh(), site.names().en());
    }
}
