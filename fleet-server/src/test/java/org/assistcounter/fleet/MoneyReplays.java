package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.assistcounter.fleet.complaints.Settlements;
import org.assistcounter.fleet.database.Columns;
import org.assistcounter.fleet.ledger.Cases;
import org.assistcounter.fleet.operators.Role;
import org.assistcounter.protocol.ask.Question;
import org.assistcounter.protocol.ask.Wallet;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.PaymentWay;
import org.springframework.r2dbc.core.DatabaseClient;

/** Deeds about money: cases, refunds, differences, claims and the sandbox wallet. */
final class MoneyReplays {
    private static final String WHY = "counted the slot, one too many";
    private static final long LARGE = 12_800;
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final RunningServer.Parts server;
    private final PersonsBrowser finance;
    private final PersonsBrowser second;

    MoneyReplays(RunningServer.Parts server) {
        this.server = server;
        this.finance = PersonsBrowser.of(server, "mr-finance", Role.FINANCE);
        this.second = PersonsBrowser.of(server, "mr-second", Role.FINANCE);
    }

    Map<String, Supplier<Replay>> all() {
        return Map.ofEntries(
                Map.entry("case-decided", this::caseDecided),
                Map.entry("case-agreed", this::caseAgreed),
                Map.entry("case-declined", this::caseDeclined),
                Map.entry("case-paid-out", this::casePaidOut),
                Map.entry("refund-asked", this::refundAsked),
                Map.entry("refund-sent", this::refundSent),
                Map.entry("refund-not-owed", this::refundNotOwed),
                Map.entry("difference-given", this::differenceGiven),
                Map.entry("difference-taken", this::differenceTaken),
                Map.entry("difference-closed", this::differenceClosed),
                Map.entry("difference-looked-at-again", this::differenceLookedAtAgain),
                Map.entry("claim-made", this::claimMade),
                Map.entry("sandbox-paid", this::sandboxPaid));
    }

    private Replay caseDecided() {
        long id = doubtful(Sales.PRICE);
        return Replay.audited(
                finance.form("/cases/" + id + "/decide", Map.of("finding", "pay-back", "why", WHY)),
                "case-decided",
                "case " + id,
                "select count(*) from complaints_decision where case_id = " + id,
                entries("case/" + id + "/%"));
    }

    private Replay caseAgreed() {
        long id = proposed();
        return Replay.audited(
                second.form("/cases/" + id + "/second", Map.of("decided", decided(id))),
                "case-seconded",
                "case " + id,
                entries("case/" + id + "/%"));
    }

    private Replay caseDeclined() {
        long id = proposed();
        return Replay.audited(
                second.form("/cases/" + id + "/decline", Map.of("decided", decided(id))),
                "case-declined",
                "case " + id);
    }

    private Replay casePaidOut() {
        long id = doubtful(Sales.PRICE);
        finance.posts("/cases/" + id + "/decide", Map.of("finding", "pay-back", "why", WHY));
        return Replay.audited(
                finance.form(
                        "/cases/" + id + "/pay-out",
                        Map.of("way", "acquirer", "reference", "MR-" + id)),
                "case-paid-out",
                "case " + id,
                entries("case/" + id + "/%"));
    }

    private Replay refundAsked() {
        String refund = FailedRefunds.number(failed());
        return Replay.audited(
                finance.form("/refunds/" + refund + "/ask", Map.of()), "refund-asked", refund);
    }

    private Replay refundSent() {
        String refund = FailedRefunds.number(failed());
        return Replay.audited(
                finance.form("/refunds/" + refund + "/sent", Map.of("reference", "MR-" + refund)),
                "refund-sent",
                refund,
                entries(refund + "/sent"));
    }

    private Replay refundNotOwed() {
        Sales sale = Sales.of(PaymentWay.WALLET);
        try (var counter = counter()) {
            counter.asks(order(sale));
            counter.tells(sale.jammed());
        }
        String refund = FailedRefunds.number(sale);
        return Replay.audited(
                finance.form("/refunds/" + refund + "/not-owed", Map.of("why", "no such payment")),
                "refund-void",
                refund,
                entries(refund + "/void"));
    }

    private Replay differenceGiven() {
        long id = difference();
        return Replay.audited(
                finance.form("/reconciliation/" + id + "/give", Map.of("owner", "mr-second")),
                "difference-given",
                "difference " + id);
    }

    private Replay differenceTaken() {
        long id = difference();
        return Replay.audited(
                finance.form("/reconciliation/" + id + "/take", Map.of()),
                "difference-given",
                "difference " + id);
    }

    private Replay differenceClosed() {
        long id = difference();
        return Replay.audited(
                finance.form("/reconciliation/" + id + "/close", Map.of("reason", WHY)),
                "difference-closed",
                "difference " + id);
    }

    private Replay differenceLookedAtAgain() {
        long id = difference();
        finance.posts("/reconciliation/" + id + "/close", Map.of("reason", WHY));
        return Replay.audited(
                second.form("/reconciliation/" + id + "/look-again", Map.of()),
                "difference-looked-at-again",
                "difference " + id);
    }

    private Replay claimMade() {
        Sales sale = Sales.of(PaymentWay.CARD);
        try (var counter = counter()) {
            counter.tells(sale.doubtful());
        }
        String code = sale.id().receiptCode();
        var shopper = new CookieBrowser(server);
        return Replay.of(
                shopper.openForm(
                        "/receipt/claim",
                        Map.of("code", code, "contact", "139 0000 0000", "said", "it stuck")),
                "select count(*) from complaints_claim where sale = '" + sale.id().text() + "'");
    }

    private Replay sandboxPaid() {
        Sales sale = Sales.of(PaymentWay.WALLET);
        String page;
        try (var counter = counter()) {
            page = URI.create(Objects.requireNonNull(counter.asks(order(sale)).code())).getPath();
        }
        return Replay.of(
                new CookieBrowser(server).openForm(page + "/pay", Map.of()),
                "select count(*) from wallets_sandbox_order where state = 'paid' and attempt = '"
                        + sale.id().attempt(1)
                        + "'");
    }

    private long proposed() {
        long id = doubtful(LARGE);
        finance.posts("/cases/" + id + "/decide", Map.of("finding", "pay-back", "why", WHY));
        return id;
    }

    /** Which proposal one has before one's eyes. */
    private String decided(long id) {
        return server.bean(Settlements.class)
                .find(id)
                .map(decision -> decision.decided().at().toString())
                .blockOptional()
                .orElseThrow();
    }

    private long doubtful(long price) {
        Sales sale =
                Sales.of(
                        PaymentWay.CARD,
                        new Fact.SaleLine(1, 11, Sales.APPLES, "L2026-11-01-11", price));
        try (var counter = counter()) {
            counter.tells(sale.doubtful());
        }
        return server.bean(Cases.class)
                .ofSale(sale.id().text())
                .single()
                .blockOptional()
                .orElseThrow()
                .id();
    }

    private Sales failed() {
        try (var counter = counter()) {
            return FailedRefunds.make(server, counter);
        }
    }

    private static Question order(Sales sale) {
        return new Question.OrderWallet(
                sale.id().attempt(1),
                Wallet.ALIPAY,
                new Question.Price(Sales.PRICE, "CNY", Sales.APPLES));
    }

    private long difference() {
        String subject = "mr-" + NUMBER.incrementAndGet();
        long id =
                server.bean(DatabaseClient.class)
                        .sql(
                                """
                                insert into reconciliation_difference (tenant_id, source, kind,
                                       about, subject, transaction, day, ours, theirs, found_at)
                                values ('demonstration', 'sandbox', 'not-billed', 'payment',
                                        :subject, '', current_date, 990, 0, now())
                                returning id
                                """)
                        .bind("subject", subject)
                        .map(row -> Columns.number(row, "id"))
                        .one()
                        .blockOptional()
                        .orElseThrow();
        assertThat(finance.status("/reconciliation/" + id)).isEqualTo(200);
        return id;
    }

    /** What a person's deed has booked. */
    private static String entries(String reference) {
        return "select count(*) from ledger_entry where source = 'person' and reference like '"
                + reference
                + "'";
    }

    private SellingCounter counter() {
        return SellingCounter.enrol(server, "MR-" + NUMBER.incrementAndGet());
    }
}
