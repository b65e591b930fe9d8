package org.assistcounter.fleet.trace;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assistcounter.fleet.catalogue.Registry;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.trace.store.SoldSumStore;
import org.assistcounter.protocol.shelf.Bilingual;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** From a county to what was sold of it in a month, and where. */
@Service
public class CountyTrace {
    private static final int SITES_SHOWN = 50;

    private final Registry registry;
    private final SoldSumStore store;

    CountyTrace(Registry registry, SoldSumStore store) {
        this.registry = registry;
        this.store = store;
    }

    /**
     * What was sold, and what of it went to its suppliers by their share of the price today.
     *
     * @param shareMinor in minor units
     */
    public record Income(Sums sums, long shareMinor) {

        /** These and more. */
        public Income plus(Income more) {
            return new Income(sums.plus(more.sums), shareMinor + more.shareMinor);
        }
    }

    /** A month and the one before it: from its first day, to before the first of the next. */
    public record Period(LocalDate before, LocalDate from, LocalDate to) {
        static Period of(YearMonth month) {
            return new Period(
                    month.minusMonths(1).atDay(1), month.atDay(1), month.plusMonths(1).atDay(1));
        }
    }

    /** A county with suppliers. */
    public record CountyLine(String county, long suppliers, long products, Income income) {}

    /** A product, sold or not. */
    public record ProductLine(
            String code, Bilingual name, Supplier supplier, Income income, long before) {}

    /** Who makes it. */
    public record Supplier(String id, Bilingual name) {}

    /** A place where something was sold. */
    public record SiteLine(String site, Bilingual name, String division, Sums sums) {}

    /** What was sold in a district, at its sites together. */
    public record DistrictLine(String division, long sites, Sums sums) {}

    /**
     * A county in a month.
     *
     * @param before what it was sold for in the month before
     * @param sites those that sold the most
     */
    public record CountyFile(
            List<ProductLine> products,
            Income income,
            long before,
            List<DistrictLine> districts,
            List<SiteLine> sites) {}

    /** The counties that somebody sees, those that sold the most first. */
    public Mono<List<CountyLine>> counties(Operator by, YearMonth month) {
        return registry.sphere(by)
                .flatMap(sphere -> store.counties(sphere, Period.of(month)).collectList());
    }

    /** One of them; empty where somebody sees no supplier of it. */
    public Mono<CountyFile> county(Operator by, String county, YearMonth month) {
        return registry.counties(by)
                .any(county::equals)
                .filter(isSeen -> isSeen)
                .flatMap(isSeen -> registry.sphere(by))
                .flatMap(sphere ->
                        Mono.zip(
                                        store.products(sphere, county, Period.of(month))
                                                .collectList(),
                                        store.sites(sphere, county, month.atDay(1)).collectList())
                                .map(read -> file(read.getT1(), read.getT2())));
    }

    private static CountyFile file(List<ProductLine> products, List<SiteLine> sites) {
        Income income =
                products.stream()
                        .map(ProductLine::income)
                        .reduce(new Income(Sums.NONE, 0), Income::plus);
        long before = products.stream().mapToLong(ProductLine::before).sum();
        return new CountyFile(
                products,
                income,
                before,
                districts(sites),
                sites.subList(0, Math.min(SITES_SHOWN, sites.size())));
    }

    private static List<DistrictLine> districts(List<SiteLine> sites) {
        Map<String, List<SiteLine>> grouped =
                sites.stream().collect(Collectors.groupingBy(SiteLine::division));
        return grouped.entrySet().stream()
                .map(each ->
                        new DistrictLine(
                                each.getKey(),
                                each.getValue().size(),
                                each.getValue().stream()
                                        .map(SiteLine::sums)
                                        .reduce(Sums.NONE, Sums::plus)))
                .sorted(
                        Comparator.comparingLong((DistrictLine line) -> line.sums().amountMinor())
                                .reversed()
                                .thenComparing(DistrictLine::division))
                .toList();
    }
}
