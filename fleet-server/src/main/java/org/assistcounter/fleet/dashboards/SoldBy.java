package org.assistcounter.fleet.dashboards;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.assistcounter.fleet.directives.Standing;
import org.assistcounter.protocol.desired.Terms;
import org.assistcounter.protocol.journal.Rejection;

/**
 * What is wanted of one counter beside what it has said.
 *
 * @param terms what is wanted of products whose terms were ever changed
 */
public record SoldBy(State state, Word wanted, Word reported, List<Term> terms) {

    /** A revision, and since when it is so; the latter empty when that is not known. */
    public record Word(String revision, String since) {}

    /** Of one product. */
    public record Term(String product, String price, String offer) {}

    /** Nothing was ever wanted. */
    static SoldBy itsCard(Words words) {
        String none = words.say("sold-by.card");
        return new SoldBy(
                State.good(words.say("sold-by.in-force")),
                new Word(none, ""),
                new Word(none, ""),
                List.of());
    }

    static SoldBy of(Standing standing, Words words, ZoneId zone) {
        Instant reportedAt = standing.reportedAt();
        return new SoldBy(
                state(standing, words),
                new Word(
                        revision(standing.revision(), words),
                        words.time(standing.wantedAt(), zone)),
                new Word(
                        revision(standing.reported().revision(), words),
                        reportedAt == null ? "" : words.time(reportedAt, zone)),
                standing.terms().stream().map(terms -> term(terms, words)).toList());
    }

    private static String revision(long revision, Words words) {
        return revision == 0
                ? words.say("sold-by.card")
                : words.say("sold-by.revision", String.valueOf(revision));
    }

    private static State state(Standing standing, Words words) {
        Rejection reason = standing.reported().reason();
        if (standing.isInForce()) {
            return State.good(words.say("sold-by.in-force"));
        }
        return standing.isRefused() && reason != null
                ? State.bad(words.say("sold-by.refused", words.say("sold-by." + reason.word())))
                : State.watch(words.say("sold-by.waiting"));
    }

    private static Term term(Terms terms, Words words) {
        return new Term(
                words.product(terms.product()),
                terms.priceMinor() == Terms.OF_THE_CARD
                        ? words.say("directives.price.card")
                        : Money.yuan(terms.priceMinor()),
                words.say(terms.isOffered() ? "directives.offered" : "directives.stopped"));
    }
}
