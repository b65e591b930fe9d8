package org.assistcounter.fleet;

import org.assistcounter.fleet.wallets.StuckRefund;
import org.assistcounter.fleet.wallets.StuckRefunds;
import org.assistcounter.protocol.ask.PaymentCode;
import org.assistcounter.protocol.ask.Question;
import org.assistcounter.protocol.journal.PaymentWay;
import org.springframework.r2dbc.core.DatabaseClient;

/** Refunds that the sandbox refuses to make. */
final class FailedRefunds {
    private FailedRefunds() {}

    /** A sale that was paid, jammed, and whose refund has failed. */
    static Sales make(RunningServer.Parts server, SellingCounter counter) {
        Sales sale = Sales.of(PaymentWay.WALLET);
        counter.asks(
                new Question.ChargeCode(
                        sale.id().attempt(1),
                        PaymentCode.read("287654321012345678").orElseThrow(),
                        new Question.Price(Sales.PRICE, "CNY", Sales.APPLES)));
        server.bean(DatabaseClient.class)
                .sql(
                        """
                        insert into wallets_sandbox_refund (refund, attempt, amount_minor, state,
                               refunded_at)
                        values (:refund, :attempt, :amount, 'failed', now())
                        """)
                .bind("refund", number(sale))
                .bind("attempt", sale.id().attempt(1))
                .bind("amount", Sales.PRICE)
                .then()
                .block();
        counter.tells(sale.jammed());
        Eventually.holds(() -> state(server, sale).equals("failed"));
        return sale;
    }

    static String number(Sales sale) {
        return sale.id().refund(1, sale.line().line());
    }

    static String state(RunningServer.Parts server, Sales sale) {
        return server.bean(StuckRefunds.class)
                .find("demonstration", number(sale))
                .map(StuckRefund::state)
                .blockOptional()
                .orElse("");
    }
}
