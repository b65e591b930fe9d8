package org.assistcounter.fleet.lots;

import java.util.List;
import org.assistcounter.fleet.catalogue.Page;
import org.assistcounter.fleet.catalogue.RegisteredProduct;
import org.assistcounter.fleet.catalogue.Registry;
import org.assistcounter.fleet.counters.Counters;
import org.assistcounter.fleet.counters.Roster;
import org.assistcounter.fleet.lots.store.AtCounterStore;
import org.assistcounter.fleet.lots.store.InspectionStore;
import org.assistcounter.fleet.lots.store.LotStore;
import org.assistcounter.fleet.lots.store.MovementStore;
import org.assistcounter.fleet.operators.May;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.protocol.shelf.Bilingual;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** What somebody may see of lots, of samples and of where goods lie. */
@Service
public class Lots {
    private static final int MOVEMENTS_SHOWN = 100;
    private static final int MOVEMENTS_LOOKED_AT = 1000;
    private static final int PLACES = 100;
    private static final int LABELS = 200;
    private static final int COUNTERS_SHOWN = 100;

    private final Registry registry;
    private final LotStore lots;
    private final InspectionStore inspections;
    private final MovementStore movements;
    private final AtCounterStore atCounters;
    private final Roster roster;
    private final Counters counters;

    Lots(
            Registry registry,
            LotStore lots,
            InspectionStore inspections,
            MovementStore movements,
            AtCounterStore atCounters,
            Roster roster,
            Counters counters) {
        this.registry = registry;
        this.lots = lots;
        this.inspections = inspections;
        this.movements = movements;
        this.atCounters = atCounters;
        this.roster = roster;
        this.counters = counters;
    }

    /**
     * A lot with all that is known of it.
     *
     * @param origin its product and supplier
     * @param forbidden the words of why it may not be loaded; empty when it may
     */
    public record LotFile(
            Lot lot,
            Registry.ProductFile origin,
            List<Inspection> inspections,
            List<Held> held,
            List<Movement> movements,
            List<String> forbidden) {}

    /** Samples, and how many of them passed. */
    public record Samples(Page<Inspection> page, Inspection.Rate rate) {}

    /** A lot in a list, and what its product is called. */
    public record Line(Lot lot, Bilingual product) {}

    /** The lots that somebody sees. */
    public Mono<Page<Line>> all(Operator by, Page.Wish wish) {
        var today = registry.today();
        return registry.sphere(by)
                .flatMap(sphere ->
                        Mono.zip(
                                lots.all(sphere, wish, today).collectList(),
                                lots.count(sphere, wish, today)))
                .map(read -> new Page<>(read.getT1(), read.getT2(), wish.number(), wish.count()));
    }

    /** One of them. */
    public Mono<LotFile> find(Operator by, Lot.Key key) {
        return Mono.zip(registry.product(by, key.product()), lots.find(key), registry.sphere(by))
                .flatMap(read -> file(read.getT2(), read.getT1(), read.getT3().operator()));
    }

    /**
     * Counters that somebody sees, with what was moved there and what their journals tell.
     *
     * @param rows those that differ most, and then others
     * @param all how many there are
     * @param differing how many of them differ
     * @param isOwn whether they are only of the reader's organisation
     */
    public record AtCounters(List<AtCounter> rows, long all, long differing, boolean isOwn) {}

    /** What was moved of a lot to each counter, beside what the counter's journal tells. */
    public Mono<AtCounters> atCounters(Operator by, Lot.Key key) {
        return registry.sphere(by)
                .flatMap(sphere -> atCounters.compared(key, sphere.operator(), COUNTERS_SHOWN));
    }

    /** Places that somebody may want to move goods to: those of before, and their counters. */
    public Mono<List<Place>> places(Operator by) {
        return by.may(May.MOVE_GOODS)
                ? movements
                        .places(by.tenant(), MOVEMENTS_LOOKED_AT, PLACES)
                        .concatWith(
                                roster.labels(by.tenant(), LABELS)
                                        .map(label -> new Place(Place.Kind.COUNTER, label)))
                        .distinct()
                        .collectList()
                : Mono.just(List.of());
    }

    /** Whether goods can go to a place: to counters of the same organisation that are in use. */
    Mono<Boolean> isThere(Operator by, Place to) {
        return to.kind() == Place.Kind.COUNTER
                ? counters.findByLabels(by.tenant(), List.of(to.name())).hasElements()
                : Mono.just(true);
    }

    /** All movements of one that somebody sees, the newest first. */
    public Mono<List<Movement>> movements(Operator by, Lot.Key key) {
        return Mono.zip(registry.product(by, key.product()), lots.find(key), registry.sphere(by))
                .flatMap(read ->
                        movements
                                .of(key, read.getT3().operator(), Integer.MAX_VALUE)
                                .collectList());
    }

    /** Who moves goods sees those that they can move. */
    private Mono<LotFile> file(Lot lot, Registry.ProductFile origin, String whose) {
        return Mono.zip(
                        inspections.of(lot.key()).collectList(),
                        movements.held(lot.key(), whose).collectList(),
                        movements.of(lot.key(), whose, MOVEMENTS_SHOWN).collectList())
                .map(read ->
                        new LotFile(
                                lot,
                                origin,
                                read.getT1(),
                                read.getT2(),
                                read.getT3(),
                                forbidden(lot, origin, read.getT1())));
    }

    /** One, whoever asks: what was sold stays traceable. */
    public Mono<Lot> known(Lot.Key key) {
        return lots.find(key);
    }

    /** The newest sample of one, whoever asks. */
    public Mono<Inspection> newestSample(Lot.Key key) {
        return inspections.of(key).next();
    }

    List<String> forbidden(Lot lot, Registry.ProductFile origin, List<Inspection> inspections) {
        return LoadRules.forbid(
                new LoadRules.Known(
                        lot,
                        origin.product(),
                        origin.supplier(),
                        inspections.stream().anyMatch(each -> !each.hasPassed())),
                registry.today());
    }

    /** The product of an article number, where somebody sees one. */
    public Mono<String> productOf(Operator by, String gtin) {
        return registry.products(by, new Page.Wish(gtin, "", "", "", 1, 1))
                .flatMapIterable(Page::rows)
                .filter(product -> product.goods().gtin().equals(gtin))
                .next()
                .map(RegisteredProduct::code);
    }

    /** The samples that somebody sees. */
    public Mono<Samples> samples(Operator by, Page.Wish wish) {
        return registry.sphere(by)
                .flatMap(sphere ->
                        Mono.zip(
                                inspections.all(sphere, wish).collectList(),
                                inspections.rate(sphere, wish.choosing(""))))
                .map(read ->
                        new Samples(
                                new Page<>(
                                        read.getT1(),
                                        count(read.getT2(), wish.which()),
                                        wish.number(),
                                        wish.count()),
                                read.getT2()));
    }

    private static long count(Inspection.Rate rate, String which) {
        return switch (which) {
            case "" -> rate.all();
            case "passed" -> rate.passed();
            default -> rate.all() - rate.passed();
        };
    }
}
