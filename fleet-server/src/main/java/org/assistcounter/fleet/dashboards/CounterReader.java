package org.assistcounter.fleet.dashboards;

import java.util.List;
import java.util.Locale;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.counters.Counters;
import org.assistcounter.fleet.evidence.Evidence;
import org.assistcounter.fleet.ledger.Ledger;
import org.assistcounter.fleet.operators.May;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.stock.SlotStock;
import org.assistcounter.fleet.stock.Stock;
import org.assistcounter.protocol.journal.ChainHead;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads the page of one counter. */
@Component
public class CounterReader {
    private static final int SALES = 20;

    private final Lexicon lexicon;
    private final Counters counters;
    private final Ledger ledger;
    private final Stock stock;
    private final Evidence evidence;
    private final PendingReader pending;
    private final CounterPast past;

    CounterReader(
            Lexicon lexicon,
            Counters counters,
            Ledger ledger,
            Stock stock,
            Evidence evidence,
            PendingReader pending,
            CounterPast past) {
        this.lexicon = lexicon;
        this.counters = counters;
        this.ledger = ledger;
        this.stock = stock;
        this.evidence = evidence;
        this.pending = pending;
        this.past = past;
    }

    /** The counter that carries this label; empty when the tenant has none. */
    public Mono<OneCounter> read(Operator operator, String label, Locale locale) {
        return counters.findByLabel(operator.tenant(), label)
                .flatMap(counter ->
                        lexicon.fleet(List.of(counter))
                                .flatMap(fleet ->
                                        read(counter, fleet, lexicon.words(locale), operator)));
    }

    private Mono<OneCounter> read(Counter counter, Fleet fleet, Words words, Operator operator) {
        String id = counter.id().hex();
        return Mono.zip(
                        stock.of(id).collectList(),
                        ledger.latestSalesOf(id, SALES).collectList(),
                        evidence.head(counter),
                        pending.read(counter.place().tenant()),
                        past.visits(counter, fleet, words),
                        past.service(counter, fleet, words, operator),
                        past.soldBy(counter, fleet, words))
                .map(read -> {
                    var sales = new SaleRows(words, fleet, read.getT4());
                    Shelf shelf = Shelf.of(read.getT1(), words);
                    return new OneCounter(
                            new CounterRows(words, fleet).row(counter, filled(read.getT1())),
                            shelf,
                            read.getT2().stream().map(sales::row).toList(),
                            read.getT5(),
                            journal(
                                    read.getT3(),
                                    new OneCounter.Keys(
                                            counter.keys().epoch(),
                                            new CertificateRows(words, fleet).end(counter),
                                            mayRenew(operator, counter, read.getT3()))),
                            read.getT6(),
                            read.getT7());
                });
    }

    private static Rows.Filled filled(List<SlotStock> slots) {
        return new Rows.Filled(
                slots.stream().mapToLong(SlotStock::quantity).sum(),
                slots.stream().filter(slot -> slot.quantity() == 0).count(),
                slots.stream().filter(slot -> !slot.offReason().isEmpty()).count());
    }

    /** Where nothing has come there is nothing to go on with. */
    private static boolean mayRenew(Operator operator, Counter counter, ChainHead head) {
        return operator.may(May.ISSUE_TOKENS) && counter.mayConnect() && head.seq() > 0;
    }

    private static OneCounter.Journal journal(ChainHead head, OneCounter.Keys keys) {
        return new OneCounter.Journal(
                head.counter().hex(),
                keys,
                head.seq(),
                head.hash().toString(),
                head.boot(),
                Money.yuan(head.totals().chargedMinor()),
                Money.yuan(head.totals().refundedMinor()));
    }
}
