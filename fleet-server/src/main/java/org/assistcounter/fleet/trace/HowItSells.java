package org.assistcounter.fleet.trace;

import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.assistcounter.fleet.catalogue.Registry;
import org.assistcounter.fleet.trace.store.SellingStore;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Tells everybody how recognised products sell, at all counters together. */
@Service
public class HowItSells {
    private static final int DAYS = 30;
    private static final int MONTHS = 12;

    private final Registry registry;
    private final SellingStore store;

    HowItSells(Registry registry, SellingStore store) {
        this.registry = registry;
        this.store = store;
    }

    /** Packets of a product. */
    public record Sold(String product, long packets) {}

    /** Packets of a month. */
    public record Month(YearMonth month, long packets) {}

    /** Of the best of some months; zero when nothing was sold in any. */
    public static long most(List<Month> months) {
        return months.stream().mapToLong(Month::packets).max().orElse(0);
    }

    /** Packets of the last thirty days, by product; those that were not sold are missing. */
    public Mono<Map<String, Long>> lately(Collection<String> products) {
        return products.isEmpty()
                ? Mono.just(Map.of())
                : store.since(products, registry.today().minusDays(DAYS - 1L), registry.today())
                        .collectMap(Sold::product, Sold::packets);
    }

    /** The last twelve months of a product, this one among them; none left out. */
    public Mono<List<Month>> months(String product) {
        YearMonth now = YearMonth.from(registry.today());
        YearMonth first = now.minusMonths(MONTHS - 1L);
        return store.months(product, first, now)
                .collectMap(Month::month, Month::packets)
                .map(found ->
                        first.atDay(1)
                                .datesUntil(now.atDay(2), java.time.Period.ofMonths(1))
                                .map(YearMonth::from)
                                .map(month -> new Month(month, found.getOrDefault(month, 0L)))
                                .toList());
    }
}
