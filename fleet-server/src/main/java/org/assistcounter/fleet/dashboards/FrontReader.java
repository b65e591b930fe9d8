package org.assistcounter.fleet.dashboards;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.counters.Roster;
import org.assistcounter.fleet.ledger.Account;
import org.assistcounter.fleet.ledger.BookedSale;
import org.assistcounter.fleet.ledger.Ledger;
import org.assistcounter.fleet.ledger.Sold;
import org.assistcounter.fleet.stock.Stock;
import org.assistcounter.protocol.identity.CounterId;
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
    private final Roster roster;
    private final Online online;
    private final TasksReader tasks;
    private final Trade trade;

    FrontReader(Lexicon lexicon, Roster roster, Online online, TasksReader tasks, Trade trade) {
        this.lexicon = lexicon;
        this.roster = roster;
        this.online = online;
        this.tasks = tasks;
        this.trade = trade;
    }

    /** What was sold, what is left, and what is not paid back yet. */
    @Component
    record Trade(Ledger ledger, Stock stock, PendingReader pending) {}

    /** For people of this tenant. */
    public Mono<Front> read(String tenant, Locale locale) {
        Words words = lexicon.words(locale);
        return present(tenant, words.now()).flatMap(present -> read(tenant, present, words));
    }

    /**
     * The counters at this moment.
     *
     * @param shown those that need somebody first
     * @param lateUnread so many late ones beyond those that were read, connected or not
     * @param fleet knows those that are shown
     */
    private record Present(
            Roster.Census census, List<Counter> shown, long lateUnread, Fleet fleet) {

        /** A late one that has a connection after all needs nobody. */
        TasksReader.Absent absent(Instant now) {
            List<Counter> absent =
                    shown.stream()
                            .filter(counter -> fleet.standing(counter, now).needsSomebody())
                            .toList();
            return new TasksReader.Absent(absent, lateUnread, census.ending());
        }
    }

    private Mono<Present> present(String tenant, Instant now) {
        Roster.Hearing hearing = Standing.hearing(now);
        return Mono.zip(
                        roster.census(tenant, hearing, now.plus(Counter.RENEWED_BEFORE)),
                        roster.worstFirst(tenant, hearing, COUNTERS_MAX).collectList(),
                        roster.newest(tenant, online.gone(), COUNTERS_MAX).collectList())
                .flatMap(read -> present(read.getT1(), read.getT2(), read.getT3(), now));
    }

    /**
     * The database does not know who has a connection, so those that have lost theirs are added.
     */
    private Mono<Present> present(
            Roster.Census census, List<Counter> worst, List<Counter> gone, Instant now) {
        Map<CounterId, Counter> read = new HashMap<>();
        gone.forEach(each -> read.put(each.id(), each));
        worst.forEach(each -> read.put(each.id(), each));
        return lexicon.fleet(read.values())
                .map(fleet ->
                        new Present(
                                census, sorted(fleet, now), lateUnread(census, worst, now), fleet));
    }

    /** Where one that is not late was read, all late ones were. */
    private static long lateUnread(Roster.Census census, List<Counter> worst, Instant now) {
        Instant late = Standing.hearing(now).lateBefore();
        boolean areAllLate =
                worst.stream()
                        .allMatch(each -> {
                            Instant seen = each.lastSeenAt();
                            return seen != null && seen.isBefore(late);
                        });
        return areAllLate ? Math.max(0, census.late() - worst.size()) : 0;
    }

    private static List<Counter> sorted(Fleet fleet, Instant now) {
        return fleet.counters().stream()
                .sorted(
                        Comparator.comparing((Counter counter) -> fleet.standing(counter, now))
                                .thenComparing(counter -> counter.place().label()))
                .limit(COUNTERS_MAX)
                .toList();
    }

    private Mono<Front> read(String tenant, Present present, Words words) {
        List<String> shown = present.shown().stream().map(each -> each.id().hex()).toList();
        return Mono.zip(
                        tasks.read(tenant, present.absent(words.now()), words.now()),
                        figures(tenant, present.census(), words.now()),
                        trade.stock().summaries(shown).collectMap(Stock.Summary::counter),
                        trade.ledger().latestSales(tenant, SALES).collectList(),
                        trade.pending().read(tenant))
                .flatMap(read ->
                        lexicon.fleet(tenant, mentioned(read.getT1(), read.getT4()))
                                .map(fleet -> {
                                    var sales = new SaleRows(words, fleet, read.getT5());
                                    var counters = new CounterRows(words, present.fleet());
                                    return new Front(
                                            read.getT2().day().toString(),
                                            read.getT1().drawn(new TaskRows(words, fleet)),
                                            read.getT2().figures(),
                                            lines(present.shown(), counters, read.getT3()),
                                            read.getT4().stream().map(sales::row).toList());
                                }));
    }

    private static Set<String> mentioned(Tasks tasks, List<BookedSale> sales) {
        return Stream.concat(tasks.counters(), sales.stream().map(BookedSale::counter))
                .collect(Collectors.toSet());
    }

    /** The numbers of a day, and which it is. */
    private record Today(LocalDate day, Front.Figures figures) {}

    private Mono<Today> figures(String tenant, Roster.Census census, Instant now) {
        return lexicon.zone(tenant)
                .flatMap(zone -> {
                    LocalDate today = LocalDate.ofInstant(now, zone);
                    return Mono.zip(
                                    trade.ledger().soldOn(tenant, today),
                                    trade.ledger().owed(tenant),
                                    online.count(tenant))
                            .map(read ->
                                    new Today(
                                            today,
                                            figures(
                                                    read.getT1(),
                                                    read.getT3() + " / " + census.taking(),
                                                    read.getT2())));
                });
    }

    private static Front.Figures figures(Sold sold, String online, Map<Account, Long> owed) {
        return new Front.Figures(
                Money.yuan(sold.amountMinor()),
                sold.sales(),
                online,
                Money.yuan(owed.getOrDefault(Account.REFUNDS_DUE, 0L)),
                Money.yuan(owed.getOrDefault(Account.CASES, 0L)));
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
