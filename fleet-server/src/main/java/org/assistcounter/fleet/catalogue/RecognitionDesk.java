package org.assistcounter.fleet.catalogue;

import java.time.LocalDate;
import java.util.List;
import org.assistcounter.fleet.catalogue.RecognitionRules.Ruled;
import org.assistcounter.fleet.catalogue.store.ApplicationStore;
import org.assistcounter.fleet.catalogue.store.ProductStore;
import org.assistcounter.fleet.catalogue.store.SupplierStore;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.settings.BusinessZone;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Where products are put forward for recognition, and offices check them. */
@Service
public class RecognitionDesk {
    private final Spheres spheres;
    private final SupplierStore suppliers;
    private final ProductStore products;
    private final ApplicationStore applications;
    private final Readiness readiness;
    private final Writing writing;

    RecognitionDesk(
            Spheres spheres,
            SupplierStore suppliers,
            ProductStore products,
            ApplicationStore applications,
            Readiness readiness,
            Writing writing) {
        this.spheres = spheres;
        this.suppliers = suppliers;
        this.products = products;
        this.applications = applications;
        this.readiness = readiness;
        this.writing = writing;
    }

    /** Puts a product forward. */
    public Mono<Outcome> apply(Operator by, String code) {
        return spheres.of(by)
                .flatMap(insider ->
                        products.find(insider.sphere(), code)
                                .flatMap(product ->
                                        suppliers
                                                .find(insider.sphere(), product.supplier())
                                                .flatMap(supplier ->
                                                        insider.keeps(supplier)
                                                                ? apply(by, supplier, product)
                                                                : Writing.refused("not-yours"))))
                .switchIfEmpty(Writing.refused("not-there"))
                .as(writing::transactional);
    }

    private Mono<Outcome> apply(Operator by, Supplier supplier, RegisteredProduct product) {
        LocalDate today = today();
        var term = product.recognised().term();
        String early = RecognitionRules.wrongToApply(term, today);
        if (!early.isEmpty()) {
            return Writing.refused(early);
        }
        return readiness
                .missing(supplier, product, today)
                .flatMap(missing ->
                        missing.isEmpty()
                                ? begin(by, product)
                                : Mono.just(new Outcome.Refused(missing)));
    }

    private Mono<Outcome> begin(Operator by, RegisteredProduct product) {
        boolean isRenewal = product.recognised().term() != null;
        var done = new Step.By(by.login(), "", writing.now());
        LocalDate due = RecognitionRules.to(Stage.COUNTY, null, today()).due();
        return applications
                .add(product.code(), isRenewal, due, done)
                .flatMap(id ->
                        applications
                                .note(id, new Step(1, "apply", "", Stage.COUNTY, done))
                                .then(
                                        writing.done(
                                                by,
                                                "recognition-applied",
                                                product.code(),
                                                "application " + id)))
                .switchIfEmpty(Writing.refused("applied-already"));
    }

    /**
     * Does something with an application.
     *
     * @param version as it was on the page on which somebody decided
     */
    public Mono<Outcome> decide(Operator by, long id, long version, Deed deed) {
        return spheres.of(by)
                .flatMap(insider ->
                        applications
                                .find(insider.sphere(), id)
                                .flatMap(found -> decide(insider, found, version, deed)))
                .switchIfEmpty(Writing.refused("not-there"))
                .as(writing::transactional);
    }

    private Mono<Outcome> decide(
            Spheres.Insider insider, Application found, long version, Deed deed) {
        if (found.version() != version) {
            return Writing.refused("changed-meanwhile");
        }
        return suppliers
                .find(insider.sphere(), found.subject().supplier())
                .flatMap(supplier -> {
                    Actor actor = insider.actor(supplier, deed);
                    return deed instanceof Deed.Pass
                            ? missing(supplier, found)
                                    .flatMap(missing ->
                                            missing.isEmpty()
                                                    ? move(insider, found, deed, actor)
                                                    : Mono.just(new Outcome.Refused(missing)))
                            : move(insider, found, deed, actor);
                });
    }

    private Mono<Outcome> move(Spheres.Insider insider, Application found, Deed deed, Actor actor) {
        return switch (RecognitionRules.rule(
                found, deed, actor, today(), readiness.hasCity(found.subject().county()))) {
            case Ruled.Refused(String word) -> Writing.refused(word);
            case Ruled.Moved moved ->
                    applications
                            .move(found, moved.where(), moved.due())
                            .flatMap(isMoved ->
                                    isMoved
                                            ? applications
                                                    .note(
                                                            found.id(),
                                                            step(found, deed, actor, moved))
                                                    .then(
                                                            writing.done(
                                                                    insider.operator(),
                                                                    "recognition-" + deed.word(),
                                                                    found.subject().product(),
                                                                    "application " + found.id()))
                                            : Writing.refused("changed-meanwhile"));
        };
    }

    private Step step(Application found, Deed deed, Actor actor, Ruled.Moved moved) {
        String office = actor instanceof Actor.Office(String _, String code) ? code : "";
        return new Step(
                found.version() + 1,
                deed.word(),
                deed.reason().strip(),
                moved.where().stage(),
                new Step.By(actor.login(), office, writing.now()));
    }

    private Mono<List<String>> missing(Supplier supplier, Application found) {
        return products.find(Sphere.EVERYTHING, found.subject().product())
                .flatMap(product -> readiness.missing(supplier, product, today()));
    }

    /** Ends what the time has ended; whether there was anything. */
    Mono<Boolean> elapse(Application found) {
        LocalDate today = today();
        return suppliers
                .find(Sphere.EVERYTHING, found.subject().supplier())
                .flatMap(supplier -> missing(supplier, found))
                .flatMap(missing -> {
                    boolean isDoubtful = found.stage() == Stage.PUBLICITY && !missing.isEmpty();
                    Deed deed =
                            isDoubtful
                                    ? new Deed.Objection(String.join(" ", missing))
                                    : new Deed.Elapse();
                    return elapse(found, deed, today);
                })
                .as(writing::inTransaction);
    }

    private Mono<Boolean> elapse(Application found, Deed deed, LocalDate today) {
        var actor = new Actor.Clock();
        return RecognitionRules.rule(found, deed, actor, today, true) instanceof Ruled.Moved moved
                ? applications
                        .move(found, moved.where(), moved.due())
                        .filter(isMoved -> isMoved)
                        .flatMap(isMoved ->
                                applications
                                        .note(found.id(), step(found, deed, actor, moved))
                                        .then(recognise(found, moved.where().stage(), today))
                                        .thenReturn(true))
                        .defaultIfEmpty(false)
                : Mono.just(false);
    }

    private Mono<Void> recognise(Application found, Stage stage, LocalDate today) {
        return stage == Stage.RECOGNISED
                ? products.find(Sphere.EVERYTHING, found.subject().product())
                        .flatMap(product ->
                                products.recognise(
                                        product.code(),
                                        RecognitionRules.recognised(
                                                product.recognised().term(), today)))
                : Mono.empty();
    }

    private LocalDate today() {
        return BusinessZone.day(writing.now());
    }
}
