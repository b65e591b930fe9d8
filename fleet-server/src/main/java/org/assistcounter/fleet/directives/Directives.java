package org.assistcounter.fleet.directives;

import java.time.Clock;
import java.util.List;
import org.assistcounter.fleet.catalogue.Catalogue;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.counters.Counters;
import org.assistcounter.fleet.directives.Outcome.Refused;
import org.assistcounter.fleet.directives.store.DirectiveStore;
import org.assistcounter.fleet.operators.Audit;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.protocol.desired.Terms;
import org.assistcounter.protocol.identity.CounterId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What is wanted of counters. A change, its revisions and its line in the audit are one
 * transaction; counters are told behind it, and again until they have reported.
 */
@Service
public class Directives {
    private static final int CHANGES_SHOWN = 20;

    private final Catalogue catalogue;
    private final Counters counters;
    private final DirectiveStore store;
    private final Deliveries deliveries;
    private final Audit audit;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Directives(
            Catalogue catalogue,
            Counters counters,
            DirectiveStore store,
            Deliveries deliveries,
            Audit audit,
            TransactionalOperator transaction,
            Clock clock) {
        this.catalogue = catalogue;
        this.counters = counters;
        this.store = store;
        this.deliveries = deliveries;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Wants something else of a product from now on, at all counters that are in service there. */
    public Mono<Outcome> change(Operator operator, Change.Wish wish, Change.Place place) {
        return change(operator, operator.login(), wish, place);
    }

    /**
     * The same of several people.
     *
     * @param by all of them; the last is who does it
     */
    Mono<Outcome> change(Operator operator, String by, Change.Wish wish, Change.Place place) {
        Refused refusal = refusal(wish);
        if (refusal != null) {
            return Mono.just(refusal);
        }
        return ids(operator.tenant(), place)
                .flatMap(ids -> {
                    var change = new Change(0, wish, place, ids.size(), by, clock.instant());
                    return ids.isEmpty()
                            ? Mono.just(Refused.NO_COUNTERS)
                            : change(operator, change, ids);
                });
    }

    /** What would come of it, without changing anything. */
    Mono<Outcome> reach(String tenant, Change.Wish wish, Change.Place place) {
        Refused refusal = refusal(wish);
        return refusal != null
                ? Mono.just(refusal)
                : ids(tenant, place)
                        .map(ids ->
                                ids.isEmpty() ? Refused.NO_COUNTERS : new Outcome.Done(ids.size()));
    }

    private Mono<List<CounterId>> ids(String tenant, Change.Place place) {
        return counters(tenant, place).filter(Counter::mayConnect).map(Counter::id).collectList();
    }

    private @Nullable Refused refusal(Change.Wish wish) {
        var good = catalogue.find(wish.product());
        Long price = wish.priceMinor();
        if (good.isEmpty()) {
            return Refused.UNKNOWN_PRODUCT;
        }
        if (wish.isNothing()) {
            return Refused.NOTHING_WANTED;
        }
        if (price != null && (price < 0 || price > Terms.PRICE_MAX)) {
            return Refused.WRONG_PRICE;
        }
        return price != null && price > Terms.ceilingMinor(good.get().priceMinor())
                ? Refused.OVER_CEILING
                : null;
    }

    private Flux<Counter> counters(String tenant, Change.Place place) {
        return switch (place) {
            case Change.Place.Everywhere _ -> counters.glance(tenant);
            case Change.Place.AtSite(String site) ->
                    counters.glance(tenant).filter(counter -> counter.place().site().equals(site));
            case Change.Place.AtCounter(String label) -> counters.findByLabel(tenant, label).flux();
        };
    }

    private Mono<Outcome> change(Operator operator, Change change, List<CounterId> ids) {
        return store.add(operator.tenant(), change)
                .flatMap(id -> store.want(operator.tenant(), id, change, ids))
                .then(
                        audit.record(
                                operator, "desired-state", change.wish().product(), words(change)))
                .as(transaction::transactional)
                .doOnSuccess(done -> deliveries.wake())
                .thenReturn(new Outcome.Done(ids.size()));
    }

    private static String words(Change change) {
        Change.Wish wish = change.wish();
        return (wish.priceMinor() == null ? "" : "price " + wish.priceMinor() + ", ")
                + (wish.isOffered() == null ? "" : "offered " + wish.isOffered() + ", ")
                + change.counters()
                + " counters, "
                + where(change.place());
    }

    private static String where(Change.Place place) {
        return switch (place) {
            case Change.Place.Everywhere _ -> "everywhere";
            case Change.Place.AtSite(String site) -> "site " + site;
            case Change.Place.AtCounter(String label) -> label;
        };
    }

    /** The newest changes, the newest first. */
    public Flux<Change> changes(String tenant) {
        return store.changes(tenant, CHANGES_SHOWN);
    }

    /** How far a tenant's counters have come. */
    public Mono<Progress> progress(String tenant) {
        return store.progress(tenant);
    }

    /** How one stands; empty while nothing was ever wanted of it. */
    public Mono<Standing> of(CounterId counter) {
        return store.find(List.of(counter)).next();
    }
}
