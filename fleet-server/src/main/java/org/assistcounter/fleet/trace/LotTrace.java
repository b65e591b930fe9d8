package org.assistcounter.fleet.trace;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.assistcounter.fleet.catalogue.Registry;
import org.assistcounter.fleet.lots.Lot;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.trace.store.LotTraceStore;
import org.assistcounter.protocol.identity.SaleId;
import org.assistcounter.protocol.shelf.Bilingual;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * From a lot to every slot that it lay in, every sale and every packet that is left. A lot that
 * nobody has entered is followed too, as long as its product is registered.
 */
@Service
public class LotTrace {
    private static final int LINES = 100;

    private static final int LOTS = 500;

    /** Of a file, read at once. */
    private static final int FILE_LINES = 5_000;

    private final Registry registry;
    private final LotTraceStore store;

    LotTrace(Registry registry, LotTraceStore store) {
        this.registry = registry;
        this.store = store;
    }

    /** A counter, whosever it is. */
    public record Stand(
            String tenant, String counter, String label, Bilingual site, Bilingual operator) {}

    /**
     * A slot that a lot lay in or lies in.
     *
     * @param remains so many lie in it by the counter's journal; none in one that another card has
     *     taken over or that stands nowhere any more
     */
    public record SlotLine(Stand stand, int slot, Sums sums, Days days, long remains) {}

    /** The first and the last day on which something went out; none where nothing did. */
    public record Days(@Nullable LocalDate first, @Nullable LocalDate last) {}

    /** A packet that went out or may have. */
    public record UnitLine(Stand stand, int slot, Instant at, String sale, Price price) {

        /** What the shopper has in hand. */
        public String receiptCode() {
            return new SaleId(sale).receiptCode();
        }
    }

    /**
     * What it cost.
     *
     * @param isProven false where nobody saw it fall
     */
    public record Price(long minor, boolean isProven) {}

    /**
     * Of a lot in all.
     *
     * @param isOwn whether it is only of the reader's own counters
     */
    public record Whole(Sums sums, Days days, Left left, boolean isOwn) {}

    /** What lies in counters still, and in how many slots. */
    public record Left(long packets, long slots) {}

    /**
     * Part of a long list.
     *
     * @param next where it goes on; empty at its end
     */
    public record Part<T>(List<T> lines, Optional<String> next) {}

    /**
     * What somebody asks a lot for.
     *
     * @param label of one counter; empty for all
     * @param isLeft only slots in which some are left
     * @param after where a list goes on, as {@link Part#next} said; empty at its beginning
     */
    public record Wish(Lot.Key lot, String label, boolean isLeft, String after) {
        private Wish from(String next) {
            return new Wish(lot, label, isLeft, next);
        }
    }

    /**
     * A lot of a product that was sold or lies in counters.
     *
     * @param isEntered whether somebody has entered it
     */
    public record LotLine(String lot, boolean isEntered, Sums sums, Days days) {}

    /**
     * The lots of a product.
     *
     * @param isCut whether there are more
     */
    public record Lots(
            Registry.ProductFile origin, List<LotLine> lines, boolean isCut, boolean isOwn) {}

    /** The slots of a lot. */
    public record Slots(Registry.ProductFile origin, Whole whole, Part<SlotLine> part) {}

    /** The sales of a lot. */
    public record Units(Registry.ProductFile origin, Whole whole, Part<UnitLine> part) {}

    /** The lots of a product, first what was not sold yet; empty where somebody does not see it. */
    public Mono<Lots> lots(Operator by, String product) {
        return seen(by, new Lot.Key(product, ""))
                .flatMap(seen ->
                        store.lots(product, seen.span(), LOTS + 1)
                                .collectList()
                                .map(found ->
                                        new Lots(
                                                seen.origin(),
                                                found.subList(0, Math.min(LOTS, found.size())),
                                                found.size() > LOTS,
                                                seen.span().isOfOne())));
    }

    /** Every slot of a lot, by operator and counter; empty where somebody does not see it. */
    public Mono<Slots> slots(Operator by, Wish wish) {
        return seen(by, wish.lot())
                .flatMap(seen ->
                        Mono.zip(whole(wish.lot(), seen.span()), slots(seen, wish, LINES))
                                .map(read -> new Slots(seen.origin(), read.getT1(), read.getT2())));
    }

    /** All of them at once, for a file. */
    public Mono<List<SlotLine>> allSlots(Operator by, Wish wish) {
        return seen(by, wish.lot())
                .flatMap(seen -> slots(seen, wish, Integer.MAX_VALUE - 1))
                .map(Part::lines);
    }

    /** Every sale of a lot, by operator and counter, the newest first. */
    public Mono<Units> units(Operator by, Wish wish) {
        return seen(by, wish.lot())
                .flatMap(seen ->
                        Mono.zip(whole(wish.lot(), seen.span()), units(seen, wish, LINES))
                                .map(read -> new Units(seen.origin(), read.getT1(), read.getT2())));
    }

    /** All of them, for a file; empty where somebody does not see the lot. */
    public Mono<Flux<UnitLine>> allUnits(Operator by, Wish wish) {
        return seen(by, wish.lot())
                .map(seen ->
                        units(seen, wish, FILE_LINES)
                                .expand(part ->
                                        Mono.justOrEmpty(part.next())
                                                .flatMap(next ->
                                                        units(seen, wish.from(next), FILE_LINES)))
                                .concatMapIterable(Part::lines, 1));
    }

    private record Seen(Registry.ProductFile origin, Span span) {}

    private Mono<Seen> seen(Operator by, Lot.Key lot) {
        return Mono.zip(registry.product(by, lot.product()), registry.sphere(by))
                .map(read -> new Seen(read.getT1(), Span.of(read.getT2().operator())));
    }

    private Mono<Part<SlotLine>> slots(Seen seen, Wish wish, int count) {
        Optional<Cursor.Slot> after = Cursor.Slot.of(wish.after());
        return spans(seen.span(), wish.label(), after)
                .concatMap(
                        span ->
                                store.slots(
                                        wish,
                                        span,
                                        within(after, span).orElse(Cursor.Slot.before(span)),
                                        count + 1),
                        1)
                .take(count + 1L)
                .collectList()
                .map(found -> part(found, count, shown -> Cursor.Slot.after(shown.getLast())));
    }

    private Mono<Part<UnitLine>> units(Seen seen, Wish wish, int count) {
        Optional<Cursor.Unit> after = Cursor.Unit.of(wish.after());
        return spans(seen.span(), wish.label(), after)
                .concatMap(
                        span ->
                                store.units(
                                        wish.lot(),
                                        span,
                                        within(after, span).orElse(Cursor.Unit.before(span)),
                                        count + 1),
                        1)
                .take(count + 1L)
                .collectList()
                .map(found -> part(found, count, shown -> Cursor.Unit.after(after, shown)));
    }

    /** One stretch, or one for each operator's counter of a label, from where the list goes on. */
    private Flux<Span> spans(Span span, String label, Optional<? extends Cursor> after) {
        if (label.isEmpty()) {
            return Flux.just(span);
        }
        return store.stands(label, span)
                .map(Span::of)
                .collectList()
                .flatMapIterable(found ->
                        found.stream().anyMatch(each -> within(after, each).isPresent())
                                ? found.stream()
                                        .dropWhile(each -> within(after, each).isEmpty())
                                        .toList()
                                : found);
    }

    private static <C extends Cursor> Optional<C> within(Optional<C> after, Span span) {
        return after.filter(cursor -> span.has(cursor.tenant(), cursor.counter()));
    }

    private Mono<Whole> whole(Lot.Key lot, Span span) {
        return Mono.zip(store.whole(lot, span), store.left(lot, span))
                .map(read ->
                        new Whole(
                                read.getT1().sums(),
                                read.getT1().days(),
                                read.getT2(),
                                span.isOfOne()));
    }

    private static <T> Part<T> part(
            List<T> found, int count, Function<List<T>, ? extends Cursor> after) {
        if (found.size() <= count) {
            return new Part<>(found, Optional.empty());
        }
        List<T> shown = found.subList(0, count);
        return new Part<>(shown, Optional.of(after.apply(shown).toString()));
    }
}
