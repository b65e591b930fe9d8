package org.assistcounter.fleet.catalogue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.assistcounter.fleet.catalogue.store.ApplicationStore;
import org.assistcounter.fleet.catalogue.store.ExclusionStore;
import org.assistcounter.fleet.catalogue.store.PriceStore;
import org.assistcounter.fleet.catalogue.store.ProductStore;
import org.assistcounter.fleet.catalogue.store.SupplierStore;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.settings.BusinessZone;
import org.assistcounter.protocol.shelf.Bilingual;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What somebody may see of suppliers, products and how they are recognised. */
@Service
public class Registry {
    private final Spheres spheres;
    private final SupplierStore suppliers;
    private final ProductStore products;
    private final PriceStore prices;
    private final ApplicationStore applications;
    private final ExclusionStore exclusions;
    private final Clock clock;

    Registry(
            Spheres spheres,
            SupplierStore suppliers,
            ProductStore products,
            PriceStore prices,
            ApplicationStore applications,
            ExclusionStore exclusions,
            Clock clock) {
        this.spheres = spheres;
        this.suppliers = suppliers;
        this.products = products;
        this.prices = prices;
        this.applications = applications;
        this.exclusions = exclusions;
        this.clock = clock;
    }

    /** A supplier with what belongs to it. */
    public record SupplierFile(
            Supplier supplier,
            List<RegisteredProduct> products,
            List<Exclusion> exclusions,
            boolean isKeeper) {}

    /** What a page shows of a product beside the product. */
    public record ProductFile(
            RegisteredProduct product,
            Supplier supplier,
            List<PriceChange> prices,
            List<Application> applications,
            boolean isKeeper) {}

    /** Which day it is for the programme. */
    public LocalDate today() {
        return BusinessZone.day(clock.instant());
    }

    /** The suppliers that somebody sees. */
    public Mono<Page<Supplier>> suppliers(Operator by, Page.Wish wish) {
        return page(
                by,
                wish,
                sphere -> suppliers.all(sphere, wish),
                sphere -> suppliers.count(sphere, wish));
    }

    /** One of them. */
    public Mono<SupplierFile> supplier(Operator by, String id) {
        return spheres.of(by)
                .flatMap(insider ->
                        suppliers
                                .find(insider.sphere(), id)
                                .flatMap(supplier ->
                                        Mono.zip(
                                                        products.of(id).collectList(),
                                                        exclusions.of(id).collectList())
                                                .map(read ->
                                                        new SupplierFile(
                                                                supplier,
                                                                read.getT1(),
                                                                read.getT2(),
                                                                insider.keeps(supplier)))));
    }

    /** Which suppliers somebody sees. */
    public Mono<Sphere> sphere(Operator by) {
        return spheres.of(by).map(Spheres.Insider::sphere);
    }

    /** The division of somebody's office; empty where they decide for none. */
    public Mono<String> office(Operator by) {
        return spheres.of(by).map(insider -> insider.isOffice() ? insider.division() : "");
    }

    /** The codes of the counties of these suppliers, for a choice among them. */
    public Flux<String> counties(Operator by) {
        return spheres.of(by).flatMapMany(insider -> suppliers.counties(insider.sphere()));
    }

    /** What the products of a page's rows are called, by their codes. */
    private Mono<Map<String, Bilingual>> names(Collection<String> codes) {
        return products.named(codes).collectMap(RegisteredProduct::code, RegisteredProduct::name);
    }

    /** The products that somebody sees. */
    public Mono<Page<RegisteredProduct>> products(Operator by, Page.Wish wish) {
        return page(
                by,
                wish,
                sphere -> products.all(sphere, wish, today()),
                sphere -> products.count(sphere, wish, today()));
    }

    /** One of them. */
    public Mono<ProductFile> product(Operator by, String code) {
        return spheres.of(by)
                .flatMap(insider ->
                        products.find(insider.sphere(), code)
                                .flatMap(product -> file(insider, product)));
    }

    private Mono<ProductFile> file(Spheres.Insider insider, RegisteredProduct product) {
        return Mono.zip(
                        suppliers.find(insider.sphere(), product.supplier()),
                        prices.of(product.code()).collectList(),
                        applications.of(product.code()).collectList())
                .map(read ->
                        new ProductFile(
                                product,
                                read.getT1(),
                                read.getT2(),
                                read.getT3(),
                                insider.keeps(read.getT1())));
    }

    /** The blacklist as somebody sees it. */
    public Mono<Page<Exclusion.Line>> exclusions(Operator by, Page.Wish wish) {
        return Mono.zip(
                        spheres.of(by),
                        page(
                                by,
                                wish,
                                sphere -> exclusions.all(sphere, wish),
                                sphere -> exclusions.count(sphere, wish)))
                .flatMap(read -> lines(read.getT1(), read.getT2()));
    }

    private Mono<Page<Exclusion.Line>> lines(Spheres.Insider insider, Page<Exclusion> found) {
        return Mono.zip(
                        names(distinct(found, Exclusion.Subject::product)),
                        suppliers
                                .named(distinct(found, Exclusion.Subject::supplier))
                                .collectMap(Supplier::id, Supplier::name))
                .map(names ->
                        found.map(each -> {
                            var about = each.subject();
                            return line(
                                    insider,
                                    each,
                                    Objects.requireNonNull(
                                            about.product().isEmpty()
                                                    ? names.getT2().get(about.supplier())
                                                    : names.getT1().get(about.product())));
                        }));
    }

    private static List<String> distinct(
            Page<Exclusion> found, Function<Exclusion.Subject, String> of) {
        return found.rows().stream().map(each -> of.apply(each.subject())).distinct().toList();
    }

    private static Exclusion.Line line(Spheres.Insider insider, Exclusion found, Bilingual name) {
        var kept = found.subject().kept();
        boolean isOwn = found.why().found().by().login().equals(insider.operator().login());
        boolean isFree = found.isOn() && !isOwn;
        return new Exclusion.Line(
                found,
                name,
                isFree && !found.isAppealed() && insider.keeps(kept.tenant(), kept.county()),
                isFree && insider.isProvinceOf(kept.county()));
    }

    private <T> Mono<Page<T>> page(
            Operator by,
            Page.Wish wish,
            Function<Sphere, Flux<T>> rows,
            Function<Sphere, Mono<Long>> count) {
        return spheres.of(by)
                .flatMap(insider ->
                        Mono.zip(
                                rows.apply(insider.sphere()).collectList(),
                                count.apply(insider.sphere())))
                .map(read -> new Page<>(read.getT1(), read.getT2(), wish.number(), wish.count()));
    }
}
