package org.assistcounter.fleet.wallets;

import java.time.LocalDate;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where a wallet's own word of a day comes from, apart from what it told order by order. */
public interface BillSource {

    /** Whose bills they are. */
    WalletKind wallet();

    /**
     * Hands a day's bill to whoever takes it, line by line, and ends when it is taken. Its lines
     * can be read once and only until then; what is refused on the way was not the bill, so whoever
     * takes it undoes what it did.
     */
    Mono<BillAnswer> read(LocalDate day, Function<Bill, Mono<Void>> taken);

    /**
     * A bill at hand.
     *
     * @param digest of the whole file; the same means that nothing has changed
     */
    record Bill(String digest, Flux<BillLine> lines) {}
}
