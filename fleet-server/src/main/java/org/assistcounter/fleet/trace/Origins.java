package org.assistcounter.fleet.trace;

import java.util.Optional;
import org.assistcounter.fleet.catalogue.Directory;
import org.assistcounter.fleet.ledger.Ledger;
import org.assistcounter.fleet.ledger.ReceiptCode;
import org.assistcounter.fleet.ledger.SaleAccount;
import org.assistcounter.fleet.lots.Inspection;
import org.assistcounter.fleet.lots.Lot;
import org.assistcounter.fleet.lots.Lots;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Tells a shopper where a packet is from: by the code on it, or by the receipt of its sale. It says
 * of a stranger's receipt what goods they were, and nothing else.
 */
@Service
public class Origins {
    private final Directory directory;
    private final Lots lots;
    private final Ledger ledger;

    Origins(Directory directory, Lots lots, Ledger ledger) {
        this.directory = directory;
        this.lots = lots;
        this.ledger = ledger;
    }

    /**
     * Where a packet is from.
     *
     * @param lot empty where nobody has entered it
     * @param sample the newest of the lot; empty where none was taken
     * @param priceMinor what was paid, or what it costs where that is not known
     */
    public record Origin(
            Directory.Entry entry,
            Optional<Lot> lot,
            Optional<Inspection> sample,
            long priceMinor) {

        /** How much of the price goes to the supplier, in percent. */
        public long sharePercent() {
            var prices = entry.product().prices();
            return prices.supplierMinor() * 100 / prices.priceMinor();
        }

        /** The same in fen of what was paid. */
        public long shareMinor() {
            var prices = entry.product().prices();
            return prices.supplierMinor() * priceMinor / prices.priceMinor();
        }
    }

    /** Of what was sold with a receipt, in the order of the sale; as somebody types its code. */
    public Flux<Origin> ofReceipt(String typed) {
        return Mono.justOrEmpty(ReceiptCode.of(typed))
                .flatMap(code -> ledger.ofReceipt(code.text()))
                .flatMapIterable(sale -> sale.account().lines())
                .map(SaleAccount.Line::goods)
                .concatMap(goods ->
                        origin(new Lot.Key(goods.product(), goods.lot()), goods.priceMinor()));
    }

    /** Of a packet whose label says this. */
    public Mono<Origin> ofLabel(String gtin, String lot) {
        return directory
                .ofGtin(gtin)
                .flatMap(entry -> origin(new Lot.Key(entry.product().code(), lot), 0));
    }

    private Mono<Origin> origin(Lot.Key key, long paidMinor) {
        return directory
                .known(key.product())
                .flatMap(entry ->
                        Mono.zip(
                                        lots.known(key).singleOptional(),
                                        lots.newestSample(key).singleOptional())
                                .map(read ->
                                        new Origin(
                                                entry,
                                                read.getT1(),
                                                read.getT2(),
                                                paidMinor == 0
                                                        ? entry.product().prices().priceMinor()
                                                        : paidMinor)));
    }
}
