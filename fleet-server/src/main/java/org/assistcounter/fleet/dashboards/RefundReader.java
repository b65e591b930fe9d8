package org.assistcounter.fleet.dashboards;

import java.util.List;
import java.util.Locale;
import org.assistcounter.fleet.complaints.Claim;
import org.assistcounter.fleet.complaints.Settlements;
import org.assistcounter.fleet.wallets.FailedRefund;
import org.assistcounter.fleet.wallets.StuckRefund;
import org.assistcounter.fleet.wallets.StuckRefunds;
import org.assistcounter.protocol.identity.SaleId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads the page of a refund. */
@Component
public class RefundReader {
    private final Lexicon lexicon;
    private final StuckRefunds refunds;
    private final Settlements settlements;

    RefundReader(Lexicon lexicon, StuckRefunds refunds, Settlements settlements) {
        this.lexicon = lexicon;
        this.refunds = refunds;
        this.settlements = settlements;
    }

    /** One refund; empty when the tenant has none of this number. */
    public Mono<OneRefund> read(String tenant, String refund, Locale locale) {
        Words words = lexicon.words(locale);
        return refunds.find(tenant, refund)
                .flatMap(found ->
                        Mono.zip(
                                lexicon.fleet(tenant, List.of(found.owed().counter())),
                                settlements.claims(found.owed().sale()).collectList(),
                                (fleet, claims) -> draw(found, fleet, words, claims)));
    }

    private static OneRefund draw(StuckRefund found, Fleet fleet, Words words, List<Claim> claims) {
        FailedRefund owed = found.owed();
        StuckRefund.End end = found.end();
        return new OneRefund(
                owed.refund(),
                new OneRefund.Head(new SaleId(owed.sale()).receiptCode(), state(found, words)),
                new OneRefund.Facts(
                        Money.yuan(owed.amountMinor()),
                        words.say("wallet." + found.attempt().means().wallet().word()),
                        fleet.label(owed.counter()),
                        words.explain("refund.reason", found.reason()),
                        words.time(owed.wantedAt(), fleet.zone(owed.counter()))),
                found.state().equals("failed"),
                end == null ? "" : words.say("refund.ended", end.by(), end.reference()),
                !found.wasPaid(),
                OneCase.Asked.of(claims, words, fleet.zone(owed.counter())));
    }

    private static State state(StuckRefund found, Words words) {
        String word = words.say("refund.state." + found.state());
        return switch (found.state()) {
            case "failed" -> State.bad(word);
            case "refunding" -> State.watch(word);
            default -> State.off(word);
        };
    }
}
