package org.assistcounter.fleet.trace;

import java.time.YearMonth;
import java.util.List;
import org.assistcounter.fleet.catalogue.Registry;
import org.assistcounter.fleet.catalogue.Sphere;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.trace.store.CountySumStore;
import org.assistcounter.fleet.trace.store.PlaceSumStore;
import org.assistcounter.protocol.shelf.Bilingual;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * From a county to what was sold of it in a month, and where: district by district, to each site.
 */
@Service
public class CountyTrace {
    private final Registry registry;
    private final CountySumStore sums;
    private final PlaceSumStore places;

    CountyTrace(Registry registry, CountySumStore sums, PlaceSumStore places) {
        this.registry = registry;
        this.sums = sums;
        this.places = places;
    }

    /** A county with suppliers. */
    public record CountyLine(String county, long suppliers, long products, Income income) {}

    /**
     * A product, sold or not.
     *
     * @param before what it was sold for in the month before
     */
    public record ProductLine(
            String code, Bilingual name, Supplier supplier, Income income, long before) {}

    /** Who makes it. */
    public record Supplier(String id, Bilingual name) {}

    /** What was sold in a district, at its sites together. */
    public record DistrictLine(String division, Income income) {}

    /** A place, and whose it is. */
    public record Site(String id, Bilingual name, Bilingual operator) {}

    /** What was sold at it. */
    public record SiteLine(Site site, Income income) {}

    /** A product at a site. */
    public record SoldLine(ProductLine product, String division, Site site) {}

    /** A county, a month, and a district of those in which it was sold. */
    public record Where(String county, YearMonth month, String division) {}

    /** A county in a month. */
    public record CountyFile(List<ProductLine> products, List<DistrictLine> districts) {

        /** All products together. */
        public Income income() {
            return products.stream().map(ProductLine::income).reduce(Income.NONE, Income::plus);
        }

        /** What they were sold for in the month before. */
        public long before() {
            return products.stream().mapToLong(ProductLine::before).sum();
        }
    }

    /** A county's goods in one district. */
    public record DistrictFile(List<SiteLine> sites) {

        /** All sites together. */
        public Income income() {
            return sites.stream().map(SiteLine::income).reduce(Income.NONE, Income::plus);
        }
    }

    /** A county's goods at one site. */
    public record SiteFile(Site site, List<ProductLine> products) {

        /** All of them together. */
        public Income income() {
            return products.stream().map(ProductLine::income).reduce(Income.NONE, Income::plus);
        }
    }

    /** The counties that somebody sees, those that sold the most first. */
    public Mono<List<CountyLine>> counties(Operator by, YearMonth month) {
        return registry.sphere(by)
                .flatMap(sphere -> sums.counties(sphere, month.atDay(1)).collectList());
    }

    /** One of them; empty where somebody sees no supplier of it. */
    public Mono<CountyFile> county(Operator by, String county, YearMonth month) {
        return seen(by, county)
                .flatMap(sphere ->
                        Mono.zip(
                                sums.products(sphere, county, month.atDay(1)).collectList(),
                                places.districts(sphere, county, month.atDay(1)).collectList(),
                                CountyFile::new));
    }

    /** One of its districts; empty where somebody sees no supplier of the county. */
    public Mono<DistrictFile> district(Operator by, Where where) {
        return seen(by, where.county())
                .flatMap(
                        sphere -> places.sites(sphere, where).collectList().map(DistrictFile::new));
    }

    /** One of its sites; empty where there is none that somebody sees. */
    public Mono<SiteFile> site(Operator by, Where where, String site) {
        return seen(by, where.county())
                .flatMap(sphere ->
                        Mono.zip(
                                places.site(sphere, where, site),
                                places.at(sphere, where, site).collectList(),
                                SiteFile::new));
    }

    /** Each product at each site, for a file; empty where somebody sees no supplier of it. */
    public Mono<Flux<SoldLine>> lines(Operator by, String county, YearMonth month) {
        return seen(by, county).map(sphere -> places.lines(sphere, county, month.atDay(1)));
    }

    private Mono<Sphere> seen(Operator by, String county) {
        return registry.counties(by)
                .any(county::equals)
                .filter(isSeen -> isSeen)
                .flatMap(isSeen -> registry.sphere(by));
    }
}
