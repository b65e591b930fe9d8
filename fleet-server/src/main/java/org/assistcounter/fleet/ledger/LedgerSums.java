package org.assistcounter.fleet.ledger;

import java.time.LocalDate;
import java.util.Collection;
import org.assistcounter.fleet.ledger.store.SumStore;
import org.assistcounter.protocol.journal.Totals;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is booked, summed anew from the postings themselves: for whoever checks the books. */
@Service
public class LedgerSums {
    private final SumStore store;

    LedgerSums(SumStore store) {
        this.store = store;
    }

    /** The sales with an entry of a day that touches what wallets owe us. */
    public Flux<String> walletSales(LocalDate day) {
        return store.walletSales(day);
    }

    /** What wallets owe us for these sales. */
    public Flux<ClearingSum> clearing(Collection<String> sales) {
        return store.clearing(sales);
    }

    /** What is booked from a counter's journal, as its running totals count. */
    public Mono<Totals> ofJournal(String counter) {
        return store.ofJournal(counter);
    }
}
