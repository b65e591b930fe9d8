package org.assistcounter.fleet.wallets;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.assistcounter.fleet.wallets.store.BillStore;
import org.assistcounter.fleet.wallets.store.OrderStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The bills of the wallets that are set up, kept beside what we know of the same orders. A bill is
 * kept whole or not at all; a newer one takes the place of the older.
 */
@Service
public class Bills {
    private final Map<WalletKind, BillSource> sources = new EnumMap<>(WalletKind.class);
    private final BillStore store;
    private final OrderStore orders;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Bills(
            ObjectProvider<BillSource> sources,
            BillStore store,
            OrderStore orders,
            TransactionalOperator transaction,
            Clock clock) {
        sources.forEach(source -> this.sources.put(source.wallet(), source));
        this.store = store;
        this.orders = orders;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Whose bills can be had. */
    public Set<WalletKind> wallets() {
        return Set.copyOf(sources.keySet());
    }

    /** Asks for a day's bill and keeps it. */
    public Mono<BillAnswer> fetch(WalletKind wallet, LocalDate day) {
        BillSource source = sources.get(wallet);
        return source == null
                ? Mono.just(
                        new BillAnswer.Refused(
                                BillAnswer.Fault.NO_ANSWER, wallet + " is not set up any more"))
                : source.read(day, bill -> keep(wallet, day, bill));
    }

    /**
     * Holds that the wallet has booked nothing on a day of which it has no bill; one that it once
     * gave stays.
     */
    public Mono<Void> keepNothing(WalletKind wallet, LocalDate day) {
        return store.addEmpty(wallet, day, clock.instant());
    }

    private Mono<Void> keep(WalletKind wallet, LocalDate day, BillSource.Bill bill) {
        return store.isKept(wallet, day, bill.digest())
                .filter(isKept -> !isKept)
                .flatMap(isNew ->
                        store.renew(wallet, day, bill.digest(), clock.instant())
                                .then(store.add(wallet, day, bill.lines()))
                                .as(transaction::transactional));
    }

    /** The days of a wallet, from one to another, whose bills are at hand. */
    public Flux<LocalDate> days(WalletKind wallet, LocalDate first, LocalDate last) {
        return store.days(wallet, first, last);
    }

    /**
     * All orders of which a wallet or we say that something happened from one moment to another.
     */
    public Flux<String> orders(WalletKind wallet, LocalDate day, Instant from, Instant until) {
        return orders.of(wallet, day, from, until);
    }

    /** These orders, as we know them and as all bills at hand say. */
    public Flux<BilledOrder> orders(WalletKind wallet, Collection<String> numbers) {
        return orders.billed(wallet, numbers);
    }

    /** The sales with a payment by wallet that was ordered from one moment to another. */
    public Flux<String> sales(Instant from, Instant until) {
        return orders.sales(from, until);
    }

    /** What wallets have for these sales. */
    public Flux<WalletSum> sums(Collection<String> sales) {
        return orders.sums(sales);
    }
}
