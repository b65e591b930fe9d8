package org.assistcounter.fleet.wallets;

import java.util.Locale;
import org.assistcounter.fleet.ledger.Ledger;
import org.assistcounter.fleet.wallets.store.RefundStore;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Answers who has a receipt code: forty bits, and so little that it says of a stranger's sale. */
@Service
public class Receipts {
    private static final String CODE = "[0-9A-Z]{8}";
    private static final int GROUP = 4;

    private final Ledger ledger;
    private final RefundStore refunds;

    Receipts(Ledger ledger, RefundStore refunds) {
        this.ledger = ledger;
        this.refunds = refunds;
    }

    /** As somebody types it: small letters, spaces and a missing hyphen do not matter. */
    public Mono<Receipt> find(String typed) {
        String code = typed.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
        if (!code.matches(CODE)) {
            return Mono.just(Receipt.of(Receipt.State.UNKNOWN));
        }
        return ledger.ofReceipt(code.substring(0, GROUP) + "-" + code.substring(GROUP))
                .flatMap(sale ->
                        refunds.parts(sale.account().sale())
                                .collectList()
                                .map(parts -> Receipt.of(sale.account(), parts)))
                .defaultIfEmpty(Receipt.of(Receipt.State.UNKNOWN));
    }
}
