package org.assistcounter.fleet.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assistcounter.fleet.catalogue.store.ApplicationStore;
import org.assistcounter.fleet.catalogue.store.PaperStore;
import org.assistcounter.fleet.catalogue.store.ProductStore;
import org.assistcounter.fleet.catalogue.store.SupplierStore;
import org.assistcounter.fleet.divisions.Divisions;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.settings.BusinessZone;
import org.assistcounter.protocol.shelf.Bilingual;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * What somebody sees of applications for recognition: their queue, and each with all its papers.
 */
@Service
public class RecognitionFiles {
    private static final List<Deed> DEEDS =
            List.of(
                    new Deed.Pass(),
                    new Deed.Return("...."),
                    new Deed.Reject("...."),
                    new Deed.Objection("...."),
                    new Deed.Mended("...."),
                    new Deed.Withdraw());

    private final Spheres spheres;
    private final SupplierStore suppliers;
    private final ProductStore products;
    private final ApplicationStore applications;
    private final PaperStore papers;
    private final Readiness readiness;
    private final Writing writing;

    RecognitionFiles(
            Spheres spheres,
            SupplierStore suppliers,
            ProductStore products,
            ApplicationStore applications,
            PaperStore papers,
            Readiness readiness,
            Writing writing) {
        this.spheres = spheres;
        this.suppliers = suppliers;
        this.products = products;
        this.applications = applications;
        this.papers = papers;
        this.readiness = readiness;
        this.writing = writing;
    }

    /** Applications, and what their products are called. */
    public record Queue(Page<Application> page, List<RegisteredProduct> products) {

        /** By the product's code. */
        public Map<String, String> names(Function<Bilingual, String> language) {
            return products.stream()
                    .collect(
                            Collectors.toMap(
                                    RegisteredProduct::code,
                                    product -> language.apply(product.name())));
        }
    }

    /**
     * An application with what it is decided by.
     *
     * @param deeds the words of what the reader may do with it now
     * @param missing the words of what has to be there before it can be passed
     * @param namesakes what an office is warned of; nothing for others
     */
    public record CaseFile(
            Application application,
            RegisteredProduct product,
            Supplier supplier,
            List<Paper> papers,
            List<Step> steps,
            List<String> deeds,
            List<String> missing,
            List<Namesake> namesakes) {}

    /** The applications that somebody sees and asks for, the most urgent first. */
    public Mono<Queue> queue(Operator by, Page.Wish wish) {
        return spheres.of(by)
                .flatMap(insider -> {
                    Page.Wish asked = wish.choosing(which(insider, wish.which()));
                    LocalDate today = today();
                    return Mono.zip(
                                    applications.all(insider.sphere(), asked, today).collectList(),
                                    applications.count(insider.sphere(), asked, today))
                            .flatMap(read ->
                                    products.named(products(read.getT1()))
                                            .collectList()
                                            .map(named ->
                                                    new Queue(
                                                            new Page<>(
                                                                    read.getT1(),
                                                                    read.getT2(),
                                                                    wish.number(),
                                                                    wish.count()),
                                                            named)));
                });
    }

    /** What waits for an office, with what those below it let lie; for others, what is open. */
    private static String which(Spheres.Insider insider, String typed) {
        if (!typed.equals("mine")) {
            return typed;
        }
        if (insider.isOffice()) {
            return switch (Divisions.level(insider.division())) {
                case COUNTY -> Stage.COUNTY.word();
                case CITY -> "for-city";
                case PROVINCE -> "for-province";
            };
        }
        return "open";
    }

    private static List<String> products(List<Application> all) {
        return all.stream().map(each -> each.subject().product()).distinct().toList();
    }

    /** One that somebody sees. */
    public Mono<CaseFile> find(Operator by, long id) {
        return spheres.of(by)
                .flatMap(insider ->
                        applications
                                .find(insider.sphere(), id)
                                .flatMap(found -> file(insider, found)));
    }

    private Mono<CaseFile> file(Spheres.Insider insider, Application found) {
        return Mono.zip(
                        suppliers.find(insider.sphere(), found.subject().supplier()),
                        products.find(insider.sphere(), found.subject().product()))
                .flatMap(read -> file(insider, found, read.getT1(), read.getT2()));
    }

    private Mono<CaseFile> file(
            Spheres.Insider insider,
            Application found,
            Supplier supplier,
            RegisteredProduct product) {
        return Mono.zip(
                        papers.of(product.code()).collectList(),
                        applications.steps(found.id()).collectList(),
                        readiness.missing(supplier, product, today()),
                        insider.isOffice()
                                ? readiness.namesakes(insider.sphere(), supplier, product)
                                : Mono.just(List.<Namesake>of()))
                .map(read ->
                        new CaseFile(
                                found,
                                product,
                                supplier,
                                read.getT1(),
                                read.getT2(),
                                deeds(insider, supplier, found),
                                read.getT3(),
                                read.getT4()));
    }

    /** What an office is warned of before anybody puts a product forward; nothing for others. */
    public Mono<List<Namesake>> namesakes(Operator by, Registry.ProductFile file) {
        return spheres.of(by)
                .filter(Spheres.Insider::isOffice)
                .flatMap(insider ->
                        readiness.namesakes(insider.sphere(), file.supplier(), file.product()))
                .defaultIfEmpty(List.of());
    }

    private List<String> deeds(Spheres.Insider insider, Supplier supplier, Application found) {
        List<String> words = new ArrayList<>();
        for (Deed deed : DEEDS) {
            Actor actor = insider.actor(supplier, deed);
            boolean hasCity = readiness.hasCity(found.subject().county());
            if (RecognitionRules.rule(found, deed, actor, today(), hasCity)
                    instanceof RecognitionRules.Ruled.Moved) {
                words.add(deed.word());
            }
        }
        return words;
    }

    private LocalDate today() {
        return BusinessZone.day(writing.now());
    }
}
