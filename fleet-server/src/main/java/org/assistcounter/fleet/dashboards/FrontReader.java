package org.assistcounter.fleet.dashboards;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.ledger.Account;
import org.assistcounter.fleet.ledger.Ledger;
import org.assistcounter.fleet.ledger.Sold;
import org.assistcounter.fleet.stock.Stock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads the first page. */
@Component
public class FrontReader {
    private static final int SALES = 25;
    private static final int COUNTERS_MAX = 200;
    private static final Rows.Filled NOTHING = new Rows.Filled(0, 0, 0);

    private final Lexicon lexicon;
    private final Ledger ledger;
    private final Stock stock;
    private final TasksReader tasks;
    private final PendingReader pending;

    FrontReader(
            Lexicon lexicon, Ledger ledger, Stock stock, TasksReader tasks, PendingReader pending) {
        this.lexicon = lexicon;
        this.ledger = ledger;
        this.stock = stock;
        this.tasks = tasks;
        this.pending = pending;
    }

    /** For people of this tenant. */
    public Mono<Front> read(String tenant, Locale locale) {
        return lexicon.fleet(tenant).flatMap(fleet -> read(tenant, fleet, lexicon.words(locale)));
    }

    private Mono<Front> read(String tenant, Fleet fleet, Words words) {
        LocalDate today = LocalDate.ofInstant(words.now(), fleet.zone());
        List<Counter> shown = shown(fleet, words);
        return Mono.zip(
                        tasks.read(tenant, fleet, words),
                        money(tenant, today),
                        stock.summaries(shown.stream().map(each -> each.id().hex()).toList())
                                .collectMap(Stock.Summary::counter),
                        ledger.latestSales(tenant, SALES).collectList(),
                        pending.read(tenant))
                .map(read -> {
                    var sales = new SaleRows(words, fleet, read.getT5());
                    return new Front(
                            today.toString(),
                            read.getT1(),
                            read.getT2().figures(online(fleet, words)),
                            lines(shown, new CounterRows(words, fleet), read.getT3()),
                            read.getT4().stream().map(sales::row).toList());
                });
    }

    private record Sums(Sold sold, Map<Account, Long> owed) {

        Front.Figures figures(String online) {
            return new Front.Figures(
                    Money.yuan(sold.amountMinor()),
                    sold.sales(),
                    online,
                    Money.yuan(owed.getOrDefault(Account.REFUNDS_DUE, 0L)),
                    Money.yuan(owed.getOrDefault(Account.CASES, 0L)));
        }
    }

    private Mono<Sums> money(String tenant, LocalDate today) {
        return Mono.zip(ledger.soldOn(tenant, today), ledger.owed(tenant), Sums::new);
    }

    private static String online(Fleet fleet, Words words) {
        long taking = fleet.counters().stream().filter(Counter::mayConnect).count();
        long online =
                fleet.counters().stream()
                        .filter(counter -> fleet.standing(counter, words.now()).isOnline())
                        .count();
        return online + " / " + taking;
    }

    /** A counter and how it stands, looked at once. */
    private record Placed(Standing standing, Counter counter) {}

    /** Those that need somebody first. */
    private static List<Counter> shown(Fleet fleet, Words words) {
        return fleet.counters().stream()
                .filter(Counter::mayConnect)
                .map(counter -> new Placed(fleet.standing(counter, words.now()), counter))
                .sorted(
                        Comparator.comparing(Placed::standing)
                                .thenComparing(placed -> placed.counter().place().label()))
                .limit(COUNTERS_MAX)
                .map(Placed::counter)
                .toList();
    }

    private static List<Rows.Line> lines(
            List<Counter> shown, CounterRows rows, Map<String, Stock.Summary> stock) {
        return shown.stream()
                .map(counter -> rows.row(counter, filled(stock.get(counter.id().hex()))))
                .toList();
    }

    private static Rows.Filled filled(Stock.@Nullable Summary summary) {
        return summary == null
                ? NOTHING
                : new Rows.Filled(summary.total(), summary.empty(), summary.off());
    }
}
