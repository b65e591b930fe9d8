package org.assistcounter.fleet.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assistcounter.fleet.catalogue.store.DirectoryStore;
import org.assistcounter.fleet.catalogue.store.ProductStore;
import org.assistcounter.fleet.catalogue.store.SupplierStore;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** What everybody may see: products that are recognised today, and who makes them. */
@Service
public class Directory {
    private final DirectoryStore listed;
    private final ProductStore products;
    private final SupplierStore suppliers;
    private final Registry registry;

    Directory(
            DirectoryStore listed,
            ProductStore products,
            SupplierStore suppliers,
            Registry registry) {
        this.listed = listed;
        this.products = products;
        this.suppliers = suppliers;
        this.registry = registry;
    }

    /** A recognised product and its supplier. */
    public record Entry(RegisteredProduct product, Supplier supplier) {}

    /**
     * What somebody looks for.
     *
     * @param category a word of {@link Catalogue#CATEGORIES}; empty for all
     * @param month 1 to 12, in which it is in season; 0 for all
     */
    public record Wish(Page.Wish page, String category, int month) {

        /** As it stands in an address: what cannot be is as if it were not there. */
        public static Wish typed(Page.Wish page, String category, int month) {
            return new Wish(
                    page.choosing(""),
                    Catalogue.CATEGORIES.contains(category) ? category : "",
                    month >= 1 && month <= 12 ? month : 0);
        }

        /** All lines at once, for a file. */
        public Wish whole() {
            return new Wish(page.whole(), category, month);
        }
    }

    /** Those that somebody looks for, by county and code. */
    public Mono<Page<Entry>> find(Wish wish) {
        var today = registry.today();
        return Mono.zip(
                        listed.recognised(wish, today).collectList(),
                        listed.countRecognised(wish, today))
                .flatMap(read ->
                        entries(read.getT1())
                                .map(entries ->
                                        new Page<>(
                                                entries,
                                                read.getT2(),
                                                wish.page().number(),
                                                wish.page().count())));
    }

    /** One of them. */
    public Mono<Entry> find(String code) {
        return products.find(Sphere.EVERYTHING, code)
                .filter(product -> product.recognised().isOn(registry.today()))
                .flatMap(product -> entries(List.of(product)).map(List::getFirst));
    }

    /** One that is registered, recognised or not: what was sold stays traceable. */
    public Mono<Entry> known(String code) {
        return products.find(Sphere.EVERYTHING, code)
                .flatMap(product -> entries(List.of(product)).map(List::getFirst));
    }

    /** The one of an article number of fourteen digits. */
    public Mono<Entry> ofGtin(String gtin) {
        return listed.ofGtin(gtin)
                .flatMap(product -> entries(List.of(product)).map(List::getFirst));
    }

    /** The codes of the counties that have any. */
    public Mono<List<String>> counties() {
        return suppliers.counties(Sphere.EVERYTHING).collectList();
    }

    private Mono<List<Entry>> entries(List<RegisteredProduct> found) {
        List<String> ids = found.stream().map(RegisteredProduct::supplier).distinct().toList();
        return suppliers
                .named(ids)
                .collectMap(Supplier::id)
                .map((Map<String, Supplier> named) ->
                        found.stream()
                                .map(product ->
                                        new Entry(
                                                product,
                                                Objects.requireNonNull(
                                                        named.get(product.supplier()))))
                                .toList());
    }
}
