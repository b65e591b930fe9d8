package org.assistcounter.fleet.dashboards;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.assistcounter.fleet.directives.Standing;
import org.assistcounter.protocol.desired.Terms;
import org.assistcounter.protocol.journal.Rejection;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted of one counter beside what it has said.
 *
 * @param isAhead whether it has a newer state than the fleet knows of
 * @param terms what is wanted of products whose terms were ever changed
 */
public record SoldBy(State state, boolean isAhead, Word wanted, Word reported, List<Term> terms) {

    /** Whether it refuses all for a price. */
    public boolean isBlocked() {
        return terms.stream().anyMatch(term -> term.back() != null);
    }

    /** A revision, and since when it is so; the latter empty when that is not known. */
    public record Word(String revision, String since) {}

    /**
     * Of one product.
     *
     * @param back how its price is taken back, where it may be what the counter refuses
     */
    public record Term(String product, String price, String offer, @Nullable Back back) {}

    /**
     * What is typed to take a price back.
     *
     * @param pricing whether to the price on the card, or to the one that was taken before
     */
    public record Back(String product, String pricing, String price, String words) {}

    /** Nothing was ever wanted. */
    static SoldBy itsCard(Words words) {
        String none = words.say("sold-by.card");
        return new SoldBy(
                State.good(words.say("sold-by.in-force")),
                false,
                new Word(none, ""),
                new Word(none, ""),
                List.of());
    }

    static SoldBy of(Standing standing, Words words, ZoneId zone) {
        Instant reportedAt = standing.reportedAt();
        return new SoldBy(
                state(standing, words),
                standing.isAhead(),
                new Word(
                        revision(standing.revision(), words),
                        words.time(standing.wantedAt(), zone)),
                new Word(
                        revision(standing.reported().revision(), words),
                        reportedAt == null ? "" : words.time(reportedAt, zone)),
                standing.terms().stream().map(terms -> term(standing, terms, words)).toList());
    }

    private static String revision(long revision, Words words) {
        return revision == 0
                ? words.say("sold-by.card")
                : words.say("sold-by.revision", String.valueOf(revision));
    }

    private static State state(Standing standing, Words words) {
        Rejection reason = standing.reported().reason();
        if (standing.isAhead()) {
            return State.bad(words.say("sold-by.ahead"));
        }
        if (standing.isInForce()) {
            return State.good(words.say("sold-by.in-force"));
        }
        return standing.isRefused() && reason != null
                ? State.bad(words.say("sold-by.refused", words.say("sold-by." + reason.word())))
                : State.watch(words.say("sold-by.waiting"));
    }

    private static Term term(Standing standing, Terms terms, Words words) {
        return new Term(
                words.product(terms.product()),
                price(terms.priceMinor(), words),
                words.say(terms.isOffered() ? "directives.offered" : "directives.stopped"),
                standing.isSuspect(terms) ? back(standing, terms.product(), words) : null);
    }

    private static Back back(Standing standing, String product, Words words) {
        long before = standing.takenMinor(product);
        String price = price(before, words);
        String say = words.say("sold-by.take-back", price);
        return before == Terms.OF_THE_CARD
                ? new Back(product, "card", "", say)
                : new Back(product, "set", price, say);
    }

    private static String price(long priceMinor, Words words) {
        return priceMinor == Terms.OF_THE_CARD
                ? words.say("directives.price.card")
                : Money.yuan(priceMinor);
    }
}
