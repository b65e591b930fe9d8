package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.counters.Counters;
import org.assistcounter.fleet.database.Columns;
import org.assistcounter.fleet.wallets.Attempts;
import org.assistcounter.fleet.wallets.WalletGateway.Standing;
import org.assistcounter.fleet.wallets.WalletGateway.State;
import org.assistcounter.fleet.wallets.store.AttemptStore;
import org.assistcounter.protocol.ask.Answer;
import org.assistcounter.protocol.ask.PaymentCode;
import org.assistcounter.protocol.ask.Question;
import org.assistcounter.protocol.ask.Wallet;
import org.assistcounter.protocol.cbor.Cbor;
import org.assistcounter.protocol.cbor.CborMap;
import org.assistcounter.protocol.journal.PaymentWay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** What goes wrong between a counter, the fleet and a wallet moves no money and tells no code. */
@ExtendWith(RunningServer.class)
class WalletFaultsTest {

    private static final String CODE = "134567890123456789";
    private static final String FOREIGN = "994567890123456789";

    private final RunningServer.Parts server = RunningServer.parts();
    private final ScriptedWallet wallet = server.bean(ScriptedWallet.class);

    @Test
    void keepsNoPaymentCodeOfAQuestionThatItCannotRead() {
        try (var counter = SellingCounter.enrol(server, "WF-0001")) {
            CborMap question = new CborMap().put("v", 1).put("attempt", "no").put("code", CODE);

            counter.publishes("ask", Cbor.encode(question));

            Eventually.holds(() -> refusals(counter) == 1);
            assertThat(refusedBytes(counter)).hasSize(32).doesNotContain(CODE);
        }
    }

    @Test
    void refusesACodeOfNoKnownWalletInAnAnswerAndKeepsNothingOfIt() {
        try (var counter = SellingCounter.enrol(server, "WF-0002")) {
            String attempt = Sales.of(PaymentWay.WALLET).id().attempt(1);

            counter.publishes("ask", charge(attempt, FOREIGN));

            assertThat(counter.answer().state()).isEqualTo(Answer.State.REFUSED);
            assertThat(refusedBytes(counter)).hasSize(32).doesNotContain(FOREIGN);
        }
    }

    @Test
    void answersWithThePaymentWhenAPaidAttemptIsChargedWithACodeOfNoKnownWallet() throws Exception {
        try (var counter = SellingCounter.enrol(server, "WF-0003")) {
            String attempt = Sales.of(PaymentWay.WALLET).id().attempt(1);
            assertThat(counter.asks(question(attempt)).state()).isEqualTo(Answer.State.PAID);

            counter.publishes("ask", charge(attempt, FOREIGN));

            assertThat(counter.answer().state()).isEqualTo(Answer.State.PAID);
        }
    }

    @Test
    void stopsAskingAboutAnAttemptThatTheWalletNeverHeardOf() throws Exception {
        try (var counter = SellingCounter.enrol(server, "WF-0004")) {
            Sales sale = Sales.of(PaymentWay.WALLET);
            String attempt = sale.id().attempt(1);
            wallet.cut(attempt, "no route");
            assertThat(counter.asks(question(attempt)).state()).isEqualTo(Answer.State.UNAVAILABLE);
            change(
                    "update wallets_attempt set ordered_at = ordered_at - interval '11 minutes'"
                            + " where attempt = :id",
                    attempt);

            counter.tells(sale.unpaid());

            Eventually.holds(() -> column(attempt, "state").equals("unknown"));
            change("update wallets_attempt set closing_at = null where attempt = :id", attempt);
            long asked = wallet.count(attempt, "close");
            assertThat(server.bean(AttemptStore.class).abandoned().collectList().block())
                    .noneMatch(open -> open.attempt().equals(attempt));
            assertThat(wallet.count(attempt, "close")).isEqualTo(asked);
            assertThat(counter.asks(new Question.QueryWallet(attempt)).state())
                    .isEqualTo(Answer.State.CLOSED);
        }
    }

    @Test
    void goesOnAskingWhileARequestMayStillBeOnItsWay() throws Exception {
        try (var counter = SellingCounter.enrol(server, "WF-0005")) {
            Sales sale = Sales.of(PaymentWay.WALLET);
            String attempt = sale.id().attempt(1);
            wallet.cut(attempt, "no route");
            counter.asks(question(attempt));

            counter.tells(sale.unpaid());

            Eventually.holds(() -> wallet.count(attempt, "close") == 1);
            assertThat(column(attempt, "state")).isEqualTo("waiting");
        }
    }

    @Test
    void neverOverwritesAFinalStandingByALesserOne() throws Exception {
        try (var counter = SellingCounter.enrol(server, "WF-0006")) {
            String attempt = Sales.of(PaymentWay.WALLET).id().attempt(1);
            counter.asks(new Question.OrderWallet(attempt, Wallet.WECHAT, price()));

            stand(attempt, State.CLOSED, 0);
            stand(attempt, State.WAITING, 0);
            assertThat(column(attempt, "state")).isEqualTo("closed");
            stand(attempt, State.UNKNOWN, 0);
            assertThat(column(attempt, "state")).isEqualTo("closed");
            stand(attempt, State.PAID, Sales.PRICE);
            stand(attempt, State.CLOSED, 0);
            assertThat(column(attempt, "state")).isEqualTo("paid");
        }
    }

    @Test
    void chargesOnceWhenItIsAskedTwiceAtOnce() throws Exception {
        try (var counter = SellingCounter.enrol(server, "WF-0007")) {
            String attempt = Sales.of(PaymentWay.WALLET).id().attempt(1);
            Question question = question(attempt);

            Mono.when(asks(counter, question), asks(counter, question)).block();

            assertThat(wallet.calls(attempt)).containsExactly("charge");
            assertThat(column(attempt, "state")).isEqualTo("paid");
        }
    }

    @Test
    void asksNoWalletAboutTheAttemptOfAnotherCounter() throws Exception {
        try (var owner = SellingCounter.enrol(server, "WF-0008");
                var other = SellingCounter.enrol(server, "WF-0009")) {
            String attempt = Sales.of(PaymentWay.WALLET).id().attempt(1);
            var order = new Question.OrderWallet(attempt, Wallet.WECHAT, price());
            owner.asks(order);

            assertThat(other.asks(order).state()).isEqualTo(Answer.State.UNAVAILABLE);
            assertThat(other.asks(question(attempt)).state()).isEqualTo(Answer.State.UNAVAILABLE);
            assertThat(wallet.calls(attempt)).containsExactly("order");
        }
    }

    @Test
    void writesNoCodeToTheLogWhenAWalletQuotesIt() throws Exception {
        try (var counter = SellingCounter.enrol(server, "WF-0010")) {
            String attempt = Sales.of(PaymentWay.WALLET).id().attempt(1);
            wallet.cut(attempt, "request body auth_code=" + CODE);
            var appender = new ListAppender<ILoggingEvent>();
            var log = (Logger) LoggerFactory.getLogger("org.assistcounter");
            appender.start();
            log.addAppender(appender);

            counter.asks(question(attempt));

            log.detachAppender(appender);
            assertThat(appender.list)
                    .anyMatch(event -> said(event).contains(attempt))
                    .noneMatch(event -> said(event).contains(CODE))
                    .noneMatch(event -> event.getThrowableProxy() != null);
        }
    }

    private static String said(ILoggingEvent event) {
        return event.getFormattedMessage() + " " + event.getKeyValuePairs();
    }

    @Test
    void asksAWalletAtTheWalletsPaceAndNotAtTheCounters() throws Exception {
        try (var counter = SellingCounter.enrol(server, "WF-0011")) {
            String attempt = Sales.of(PaymentWay.WALLET).id().attempt(1);
            counter.asks(new Question.OrderWallet(attempt, Wallet.WECHAT, price()));

            for (int time = 0; time < 3; time++) {
                assertThat(counter.asks(new Question.QueryWallet(attempt)).state())
                        .isEqualTo(Answer.State.WAITING);
            }
            assertThat(wallet.count(attempt, "query")).isZero();
            change(
                    "update wallets_attempt set asked_at = asked_at - interval '1 minute'"
                            + " where attempt = :id",
                    attempt);
            counter.asks(new Question.QueryWallet(attempt));
            counter.asks(new Question.QueryWallet(attempt));
            assertThat(wallet.count(attempt, "query")).isEqualTo(1);
        }
    }

    @Test
    void keepsWhichWalletHasTheOrder() throws Exception {
        try (var counter = SellingCounter.enrol(server, "WF-0012")) {
            String first = Sales.of(PaymentWay.WALLET).id().attempt(1);
            String second = Sales.of(PaymentWay.WALLET).id().attempt(1);

            counter.asks(new Question.OrderWallet(first, Wallet.WECHAT, price()));
            counter.asks(new Question.OrderWallet(second, Wallet.ALIPAY, price()));

            assertThat(column(first, "wallet")).isEqualTo("wechat");
            assertThat(column(second, "wallet")).isEqualTo("sandbox");
        }
    }

    private static Question.Price price() {
        return new Question.Price(Sales.PRICE, "CNY", Sales.APPLES);
    }

    private static Question question(String attempt) throws Exception {
        return new Question.ChargeCode(attempt, PaymentCode.of(CODE), price());
    }

    private static byte[] charge(String attempt, String code) {
        return Cbor.encode(
                new CborMap()
                        .put("v", 1)
                        .put("attempt", attempt)
                        .put("ask", "charge")
                        .put("amount", Sales.PRICE)
                        .put("currency", "CNY")
                        .put("description", Sales.APPLES)
                        .put("code", code));
    }

    private Mono<Answer> asks(SellingCounter counter, Question question) {
        Mono<Counter> known = server.bean(Counters.class).find(counter.id());
        return known.flatMap(found -> server.bean(Attempts.class).ask(found, question));
    }

    private void stand(String attempt, State state, long paidMinor) {
        server.bean(AttemptStore.class).stand(attempt, new Standing(state, paidMinor, "")).block();
    }

    private void change(String sql, String attempt) {
        server.bean(DatabaseClient.class).sql(sql).bind("id", attempt).then().block();
    }

    private String column(String attempt, String column) {
        return server.bean(DatabaseClient.class)
                .sql("select * from wallets_attempt where attempt = :id")
                .bind("id", attempt)
                .map(row -> Columns.text(row, column))
                .one()
                .blockOptional()
                .orElseThrow();
    }

    private long refusals(SellingCounter counter) {
        return server.bean(DatabaseClient.class)
                .sql("select count(*) as kept from ingest_refusal where counter_id = :id")
                .bind("id", counter.id().hex())
                .map(row -> Columns.number(row, "kept"))
                .one()
                .blockOptional()
                .orElseThrow();
    }

    private String refusedBytes(SellingCounter counter) {
        return server.bean(DatabaseClient.class)
                .sql("select bytes from ingest_refusal where counter_id = :id")
                .bind("id", counter.id().hex())
                .map(row -> Columns.required(row, "bytes", byte[].class))
                .one()
                .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
                .blockOptional()
                .orElseThrow();
    }
}
