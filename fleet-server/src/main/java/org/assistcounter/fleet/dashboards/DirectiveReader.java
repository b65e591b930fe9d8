package org.assistcounter.fleet.dashboards;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assistcounter.fleet.catalogue.Catalogue;
import org.assistcounter.fleet.directives.Change;
import org.assistcounter.fleet.directives.Directives;
import org.assistcounter.fleet.directives.Progress;
import org.assistcounter.fleet.directives.Proposals;
import org.assistcounter.fleet.settings.BusinessZone;
import org.assistcounter.fleet.sites.Site;
import org.assistcounter.fleet.sites.Sites;
import org.assistcounter.protocol.desired.Terms;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads the page on which prices are changed. */
@Component
public class DirectiveReader {
    private final Lexicon lexicon;
    private final Directives directives;
    private final Proposals proposals;
    private final Catalogue catalogue;
    private final Sites sites;

    DirectiveReader(
            Lexicon lexicon,
            Directives directives,
            Proposals proposals,
            Catalogue catalogue,
            Sites sites) {
        this.lexicon = lexicon;
        this.directives = directives;
        this.proposals = proposals;
        this.catalogue = catalogue;
        this.sites = sites;
    }

    /** Of one tenant. */
    public Mono<Directed> read(String tenant, Locale locale) {
        Words words = lexicon.words(locale);
        return Mono.zip(
                        directives.progress(tenant),
                        directives.changes(tenant).collectList(),
                        sites.of(tenant).collectList(),
                        proposals.open(tenant).collectList())
                .map(read ->
                        new Directed(
                                standing(read.getT1(), words),
                                read.getT1().ahead() > 0,
                                read.getT4().stream()
                                        .map(change -> row(change, read.getT3(), words))
                                        .toList(),
                                read.getT2().stream()
                                        .map(change -> row(change, read.getT3(), words))
                                        .toList(),
                                products(words),
                                read.getT3().stream()
                                        .map(site ->
                                                new Directed.Choice(site.id(), name(site, words)))
                                        .toList()));
    }

    private static List<Directed.Fact> standing(Progress progress, Words words) {
        return List.of(
                new Directed.Fact(
                        State.good(words.say("sold-by.in-force")),
                        Money.pieces(progress.inForce())),
                new Directed.Fact(
                        State.watch(words.say("sold-by.waiting")),
                        Money.pieces(progress.waiting())),
                new Directed.Fact(
                        State.bad(words.say("directives.refused")),
                        Money.pieces(progress.refused())),
                new Directed.Fact(
                        State.bad(words.say("directives.ahead")), Money.pieces(progress.ahead())));
    }

    private List<Directed.Choice> products(Words words) {
        return catalogue.goods().stream()
                .map(good ->
                        new Directed.Choice(
                                good.product().code(),
                                words.say(
                                        "directives.product.choice",
                                        words.product(good.product().code()),
                                        Money.yuan(good.priceMinor()))))
                .toList();
    }

    private static Directed.Row row(Change change, List<Site> sites, Words words) {
        return new Directed.Row(
                change.id(),
                new Rows.When(words.time(change.at(), BusinessZone.HOME), change.at().toString()),
                words.product(change.wish().product()),
                wish(change.wish(), words),
                words.say(
                        "directives.at",
                        place(change.place(), sites, words),
                        String.valueOf(change.counters())),
                change.by());
    }

    private static String wish(Change.Wish wish, Words words) {
        List<String> parts = new ArrayList<>();
        Long price = wish.priceMinor();
        if (price != null) {
            parts.add(
                    price == Terms.OF_THE_CARD
                            ? words.say("directives.price.card")
                            : Money.yuan(price));
        }
        Boolean isOffered = wish.isOffered();
        if (isOffered != null) {
            parts.add(words.say(isOffered ? "directives.offered" : "directives.stopped"));
        }
        return String.join(" · ", parts);
    }

    private static String place(Change.Place place, List<Site> sites, Words words) {
        return switch (place) {
            case Change.Place.Everywhere _ -> words.say("directives.everywhere");
            case Change.Place.AtCounter(String label) -> label;
            case Change.Place.AtSite(String id) ->
                    sites.stream()
                            .filter(site -> site.id().equals(id))
                            .findFirst()
                            .map(site -> name(site, words))
                            .orElse(id);
        };
    }

    private static String name(Site site, Words words) {
        return words.either(site.names().zh(), site.names().en());
    }
}
