package org.assistcounter.fleet.wallets.sandbox;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import org.assistcounter.fleet.settings.BusinessZone;
import org.assistcounter.fleet.wallets.BillAnswer;
import org.assistcounter.fleet.wallets.BillSource;
import org.assistcounter.fleet.wallets.WalletKind;
import org.assistcounter.fleet.wallets.store.SandboxStore;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The sandbox wallet's bill, from its own books; it is never the same file twice. */
@Component
@ConditionalOnProperty("assistcounter.demonstration")
class SandboxBills implements BillSource {

    private final SandboxStore store;

    SandboxBills(SandboxStore store) {
        this.store = store;
    }

    @Override
    public WalletKind wallet() {
        return WalletKind.SANDBOX;
    }

    @Override
    public Mono<BillAnswer> read(LocalDate day, Function<Bill, Mono<Void>> taken) {
        Instant from = day.atStartOfDay(BusinessZone.HOME).toInstant();
        Instant until = day.plusDays(1).atStartOfDay(BusinessZone.HOME).toInstant();
        // Read whole before: whoever takes it writes by the same connection.
        return store.lines(from, until)
                .collectList()
                .flatMap(lines ->
                        taken.apply(new Bill("", Flux.fromIterable(lines)))
                                .thenReturn(new BillAnswer.Taken()));
    }
}
