package org.assistcounter.fleet.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import org.assistcounter.fleet.catalogue.store.ApplicationStore;
import org.assistcounter.fleet.catalogue.store.ProductStore;
import org.assistcounter.fleet.catalogue.store.SupplierStore;
import org.assistcounter.fleet.divisions.CountyAnswer;
import org.assistcounter.fleet.divisions.Divisions;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.settings.BusinessZone;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Where suppliers, or the county's office for them, keep what is known of them. */
@Service
public class RegistryDesk {
    private final Spheres spheres;
    private final SupplierStore suppliers;
    private final ProductStore products;
    private final ApplicationStore applications;
    private final Divisions divisions;
    private final Writing writing;

    RegistryDesk(
            Spheres spheres,
            SupplierStore suppliers,
            ProductStore products,
            ApplicationStore applications,
            Divisions divisions,
            Writing writing) {
        this.spheres = spheres;
        this.suppliers = suppliers;
        this.products = products;
        this.applications = applications;
        this.divisions = divisions;
        this.writing = writing;
    }

    /** Adds a supplier. */
    public Mono<Outcome> add(Operator by, Supplier supplier) {
        return spheres.of(by)
                .flatMap(insider -> {
                    Supplier owned = owned(insider, supplier);
                    List<String> wrong = wrong(supplier);
                    if (!insider.keeps(owned)) {
                        return Writing.refused("not-yours");
                    }
                    return wrong.isEmpty()
                            ? suppliers
                                    .add(owned, by.login(), writing.now())
                                    .flatMap(isAdded ->
                                            isAdded
                                                    ? done(by, "supplier-added", owned.id())
                                                    : Writing.refused("id-taken"))
                            : Mono.just(new Outcome.Refused(wrong));
                })
                .as(writing::transactional);
    }

    /** A county's office keeps those that have no people of their own. */
    private static Supplier owned(Spheres.Insider insider, Supplier supplier) {
        boolean isOffice = insider.isCountyOf(supplier.origin().county());
        return supplier.ownedBy(isOffice ? "" : insider.operator().tenant());
    }

    /** Changes one that somebody has seen; its county stays, since offices checked it there. */
    public Mono<Outcome> change(Operator by, Supplier wanted) {
        return spheres.of(by)
                .flatMap(insider ->
                        suppliers
                                .find(insider.sphere(), wanted.id())
                                .flatMap(old -> change(insider, old, wanted)))
                .switchIfEmpty(Writing.refused("not-there"))
                .as(writing::transactional);
    }

    private Mono<Outcome> change(Spheres.Insider insider, Supplier old, Supplier wanted) {
        List<String> wrong = wrong(wanted);
        if (!insider.keeps(old)) {
            return Writing.refused("not-yours");
        }
        if (!isSamePlace(old.origin().county(), wanted.origin().county())) {
            return Writing.refused("county-stays");
        }
        return wrong.isEmpty()
                ? applications
                        .isChecked(old.id())
                        .flatMap(isChecked ->
                                isChecked && !EntryRules.isSameAsChecked(old, wanted)
                                        ? Writing.refused("checked-meanwhile")
                                        : changed(insider.operator(), wanted))
                : Mono.just(new Outcome.Refused(wrong));
    }

    private Mono<Outcome> changed(Operator by, Supplier wanted) {
        return suppliers
                .change(wanted, by.login(), writing.now())
                .flatMap(isChanged ->
                        isChanged
                                ? done(by, "supplier-changed", wanted.id())
                                : Writing.refused("changed-meanwhile"));
    }

    /** Whoever has a code that has ended takes one of the same city. */
    private boolean isSamePlace(String old, String wanted) {
        int year = BusinessZone.day(writing.now()).getYear();
        return old.equals(wanted)
                || (divisions.county(old, year) instanceof CountyAnswer.Ended
                        && old.substring(0, 4).equals(wanted.substring(0, 4)));
    }

    private List<String> wrong(Supplier supplier) {
        LocalDate today = BusinessZone.day(writing.now());
        var county = divisions.county(supplier.origin().county(), today.getYear());
        return EntryRules.wrong(supplier, county, today);
    }

    /** Adds a product to a supplier. */
    public Mono<Outcome> add(Operator by, RegisteredProduct product) {
        return kept(
                by,
                product.supplier(),
                (insider, supplier) -> {
                    List<String> wrong = EntryRules.wrong(product);
                    return wrong.isEmpty()
                            ? products.add(product, by.login(), writing.now())
                                    .flatMap(isAdded ->
                                            isAdded
                                                    ? done(by, "product-added", product.code())
                                                    : Writing.refused("code-taken"))
                            : Mono.just(new Outcome.Refused(wrong));
                });
    }

    /** Changes one that somebody has seen. */
    public Mono<Outcome> change(Operator by, RegisteredProduct wanted) {
        return spheres.of(by)
                .flatMap(insider -> products.find(insider.sphere(), wanted.code()))
                .flatMap(old ->
                        kept(by, old.supplier(), (insider, supplier) -> change(by, old, wanted)))
                .switchIfEmpty(Writing.refused("not-there"))
                .as(writing::transactional)
                .onErrorResume(DuplicateKeyException.class, taken -> Writing.refused("code-taken"));
    }

    private Mono<Outcome> change(Operator by, RegisteredProduct old, RegisteredProduct wanted) {
        return applications
                .of(old.code())
                .any(Application::isChecked)
                .flatMap(isChecked -> {
                    LocalDate today = BusinessZone.day(writing.now());
                    List<String> wrong = EntryRules.wrongToChange(old, wanted, isChecked, today);
                    return wrong.isEmpty()
                            ? products.isTaken(wanted.goods().gtin(), old.code())
                                    .flatMap(isTaken ->
                                            isTaken
                                                    ? Writing.refused("code-taken")
                                                    : changed(by, wanted))
                            : Mono.just(new Outcome.Refused(wrong));
                });
    }

    private Mono<Outcome> changed(Operator by, RegisteredProduct wanted) {
        return products.change(wanted, by.login(), writing.now())
                .flatMap(isChanged ->
                        isChanged
                                ? done(by, "product-changed", wanted.code())
                                : Writing.refused("changed-meanwhile"));
    }

    private Mono<Outcome> kept(
            Operator by,
            String supplier,
            BiFunction<Spheres.Insider, Supplier, Mono<Outcome>> work) {
        return spheres.of(by)
                .flatMap(insider ->
                        suppliers
                                .find(insider.sphere(), supplier)
                                .flatMap(found ->
                                        insider.keeps(found)
                                                ? work.apply(insider, found)
                                                : Writing.refused("not-yours")))
                .switchIfEmpty(Writing.refused("no-supplier"))
                .as(writing::transactional);
    }

    private Mono<Outcome> done(Operator by, String action, String subject) {
        return writing.done(by, action, subject, "");
    }
}
