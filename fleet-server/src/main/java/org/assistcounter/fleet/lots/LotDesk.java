package org.assistcounter.fleet.lots;

import java.util.List;
import org.assistcounter.fleet.catalogue.Outcome;
import org.assistcounter.fleet.catalogue.Registry;
import org.assistcounter.fleet.catalogue.Writing;
import org.assistcounter.fleet.divisions.Divisions;
import org.assistcounter.fleet.lots.store.InspectionStore;
import org.assistcounter.fleet.lots.store.LotStore;
import org.assistcounter.fleet.lots.store.MovementStore;
import org.assistcounter.fleet.operators.Once;
import org.assistcounter.fleet.operators.Operator;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Where suppliers enter lots, offices what samples showed, and operators where goods go. */
@Service
public class LotDesk {
    private final Registry registry;
    private final Lots lots;
    private final LotStore store;
    private final InspectionStore inspections;
    private final MovementStore movements;
    private final Once once;
    private final Writing writing;

    LotDesk(
            Registry registry,
            Lots lots,
            LotStore store,
            InspectionStore inspections,
            MovementStore movements,
            Once once,
            Writing writing) {
        this.registry = registry;
        this.lots = lots;
        this.store = store;
        this.inspections = inspections;
        this.movements = movements;
        this.once = once;
        this.writing = writing;
    }

    /** Adds a lot. */
    public Mono<Outcome> add(Operator by, Lot lot) {
        return registry.product(by, lot.key().product())
                .flatMap(origin -> add(by, origin, lot))
                .switchIfEmpty(Writing.refused("no-product"))
                .as(writing::transactional);
    }

    private Mono<Outcome> add(Operator by, Registry.ProductFile origin, Lot lot) {
        if (!origin.isKeeper()) {
            return Writing.refused("not-yours");
        }
        List<String> wrong = LoadRules.wrong(lot, origin.product(), registry.today());
        return wrong.isEmpty()
                ? store.add(lot, by.login(), writing.now())
                        .flatMap(isAdded ->
                                isAdded
                                        ? writing.done(by, "lot-added", name(lot.key()), "")
                                        : Writing.refused("lot-taken"))
                : Mono.just(new Outcome.Refused(wrong));
    }

    /** Adds what was missing; days and quantity stay, since they stand on the packets. */
    public Mono<Outcome> change(Operator by, Lot wanted) {
        return lots.find(by, wanted.key())
                .flatMap(file -> change(by, file, wanted))
                .switchIfEmpty(Writing.refused("not-there"))
                .as(writing::transactional);
    }

    private Mono<Outcome> change(Operator by, Lots.LotFile file, Lot wanted) {
        if (!file.origin().isKeeper()) {
            return Writing.refused("not-yours");
        }
        if (!file.lot().days().equals(wanted.days())
                || file.lot().quantity() != wanted.quantity()) {
            return Writing.refused("lot-stays");
        }
        List<String> wrong = LoadRules.wrong(wanted, file.origin().product(), registry.today());
        return wrong.isEmpty()
                ? store.change(wanted, by.login(), writing.now())
                        .flatMap(isChanged ->
                                isChanged
                                        ? writing.done(by, "lot-changed", name(wanted.key()), "")
                                        : Writing.refused("changed-meanwhile"))
                : Mono.just(new Outcome.Refused(wrong));
    }

    /** Enters what a sample showed. */
    public Mono<Outcome> inspect(Operator by, Inspection wanted) {
        return Mono.zip(lots.find(by, wanted.lot()), registry.office(by))
                .flatMap(read -> inspect(by, read.getT1(), read.getT2(), wanted))
                .switchIfEmpty(Writing.refused("not-there"))
                .as(writing::transactional);
    }

    private Mono<Outcome> inspect(
            Operator by, Lots.LotFile file, String office, Inspection wanted) {
        String county = file.origin().supplier().origin().county();
        if (!Divisions.covers(office, county)) {
            return Writing.refused("not-your-county");
        }
        if (wanted.taken().isAfter(registry.today())
                || wanted.taken().isBefore(file.lot().days().harvested())) {
            return Writing.refused("sample-day");
        }
        if (!wanted.hasPassed() && wanted.findings().isBlank()) {
            return Writing.refused("reason");
        }
        var signed =
                new Inspection(
                        wanted.lot(),
                        wanted.taken(),
                        wanted.report(),
                        wanted.hasPassed(),
                        wanted.findings(),
                        new Inspection.By(by.login(), office));
        return inspections
                .add(signed, writing.now())
                .flatMap(isAdded ->
                        isAdded
                                ? writing.done(
                                        by,
                                        wanted.hasPassed() ? "sample-passed" : "sample-failed",
                                        name(wanted.lot()),
                                        wanted.report().number())
                                : Writing.refused("report-twice"));
    }

    /**
     * Goods that somebody wants to book.
     *
     * @param once the word of the form, which is good once
     */
    public record Wanted(Movement.Way way, long quantity, String reason, String once) {}

    /** Books goods from one place to another. What may not be sold goes no nearer to shoppers. */
    public Mono<Outcome> move(Operator by, Lot.Key lot, Wanted wanted) {
        Movement.Way way = wanted.way();
        String wrong = MoveRules.wrong(way.from(), way.to(), wanted.quantity());
        return wrong.isEmpty()
                ? lots.find(by, lot)
                        .flatMap(file ->
                                once.isFirst(by, wanted.once())
                                        .flatMap(isFirst ->
                                                isFirst
                                                        ? move(by, file, movement(by, lot, wanted))
                                                        : Writing.refused("sent-already")))
                        .switchIfEmpty(Writing.refused("not-there"))
                        .as(writing::transactional)
                : Writing.refused(wrong);
    }

    private Movement movement(Operator by, Lot.Key lot, Wanted wanted) {
        return new Movement(
                lot,
                wanted.way(),
                wanted.quantity(),
                wanted.reason(),
                new Movement.Done(by.login(), writing.now()));
    }

    private Mono<Outcome> move(Operator by, Lots.LotFile file, Movement movement) {
        if (MoveRules.isOnward(movement.way().to()) && !file.forbidden().isEmpty()) {
            return Mono.just(new Outcome.Refused(file.forbidden()));
        }
        return lots.isThere(by, movement.way().to())
                .flatMap(isThere -> isThere ? booked(by, movement) : Writing.refused("no-counter"));
    }

    private Mono<Outcome> booked(Operator by, Movement movement) {
        return movements
                .take(by.tenant(), movement)
                .flatMap(isTaken ->
                        isTaken
                                ? movements
                                        .put(by.tenant(), movement)
                                        .then(
                                                writing.done(
                                                        by,
                                                        "goods-moved",
                                                        name(movement.lot()),
                                                        words(movement)))
                                : Writing.refused("not-so-many"));
    }

    private static String words(Movement movement) {
        return movement.quantity()
                + " "
                + words(movement.way().from())
                + " -> "
                + words(movement.way().to());
    }

    private static String words(Place place) {
        return place.name().isEmpty()
                ? place.kind().word()
                : place.kind().word() + " " + place.name();
    }

    private static String name(Lot.Key key) {
        return key.product() + " " + key.code();
    }
}
