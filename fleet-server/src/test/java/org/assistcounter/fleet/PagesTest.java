package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.assistcounter.fleet.operators.Tenants;
import org.assistcounter.protocol.ask.Question;
import org.assistcounter.protocol.ask.Wallet;
import org.assistcounter.protocol.journal.ChainCheck;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.PaymentWay;
import org.assistcounter.protocol.journal.Verdict;
import org.assistcounter.protocol.signing.Ed25519;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** What people see of the fleet, and how soon. */
@ExtendWith(RunningServer.class)
class PagesTest {

    private static final Duration A_SECOND = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final RunningServer.Parts server = RunningServer.parts();
    private final WebTestClient web = new WebCalls(server).client();

    @Test
    void showsASaleItsCounterAndItsOutcomeInBothLanguages() {
        try (var counter = SellingCounter.enrol(server, "PG-0001")) {
            Sales sale = Sales.of(PaymentWay.CARD);
            counter.tells(sale.delivered());

            assertThat(page("/?lang=en"))
                    .contains("data-sale=\"" + sale.id().receiptCode() + "\"")
                    .contains("data-counter=\"PG-0001\"")
                    .contains("Xunyi apples, two", "Delivered", "Online", "¥9.90");
            assertThat(page("/?lang=zh")).contains("旬邑苹果 两枚装", "已出货", "在线", "刷卡");
        }
    }

    @Test
    void callsACounterOnlineOnlyWhileItIsConnected() {
        var counter = SellingCounter.enrol(server, "PG-0011");
        try (counter) {
            counter.tells(new Fact.Beat());

            assertThat(page("/counters/PG-0011?lang=en")).contains("state-good\">Online<");
        }

        Eventually.holds(() -> page("/counters/PG-0011?lang=en").contains("Offline, heard at "));
        assertThat(page("/counters/PG-0011?lang=en")).doesNotContain("state-good\">Online<");
        assertThat(page("/counters/PG-0011?lang=zh")).contains("离线，");
    }

    /** Of what comes at once the stream tells the last, so one counter's going may not be told. */
    @Test
    void tellsOpenPagesThatACounterWent() {
        List<SellingCounter> counters =
                Stream.of("PG-0012", "PG-0013", "PG-0014", "PG-0015")
                        .map(label -> SellingCounter.enrol(server, label))
                        .toList();
        List<String> words =
                counters.stream()
                        .peek(counter -> counter.tells(new Fact.Beat()))
                        .map(counter -> "commit " + counter.id().hex())
                        .toList();
        var live =
                web.get()
                        .uri("/live")
                        .accept(MediaType.TEXT_EVENT_STREAM)
                        .exchange()
                        .returnResult(new ParameterizedTypeReference<ServerSentEvent<String>>() {})
                        .getResponseBody()
                        .map(event -> event.event() + " " + event.data())
                        .filter(event ->
                                event.startsWith("beat")
                                        || words.stream().anyMatch(event::startsWith));

        StepVerifier.create(live)
                .expectNextMatches(first -> first.startsWith("beat"))
                .then(() ->
                        Flux.interval(Duration.ofMillis(500))
                                .zipWithIterable(counters)
                                .subscribe(each -> each.getT2().close()))
                .expectNextMatches(next -> next.startsWith("commit"))
                .thenCancel()
                .verify(PATIENCE);
    }

    @Test
    void turnsAnAuditorsDaysIntoAnExport() {
        SellingCounter.enrol(server, "PG-0040").close();

        assertThat(page("/books?lang=en")).contains("Export for an auditor", "/books/export");
        web.get()
                .uri("/books/export?first=2026-11-01&last=2026-11-30&counter=PG-0040")
                .exchange()
                .expectStatus()
                .isSeeOther()
                .expectHeader()
                .location(
                        "/evidence/export?from=2026-10-31T16:00:00Z&to=2026-11-30T16:00:00Z"
                                + "&counter=PG-0040");
        web.get()
                .uri("/books/export?first=&last=&counter=")
                .exchange()
                .expectHeader()
                .location("/evidence/export");
        web.get().uri("/books/export?counter=PG-9999").exchange().expectStatus().isNotFound();
        web.get().uri("/books/export?first=yesterday").exchange().expectStatus().isBadRequest();
    }

    @Test
    void saysFirstWhatSomebodyHasToDo() {
        try (var counter = SellingCounter.enrol(server, "PG-0002")) {
            counter.tells(new Fact.StockCounted(11, Sales.APPLES, "L1", 8));
            Sales sale = Sales.of(PaymentWay.CARD);
            counter.tells(sale.doubtful());
            counter.tells(Sales.of(PaymentWay.CARD).jammed());

            String page = page("/?lang=en");

            assertThat(page)
                    .contains("Paid, and no proof of delivery")
                    .contains("data-case=\"" + sale.id().receiptCode() + "\"")
                    .contains("PG-0002, slot ")
                    .contains("the motor did not turn cleanly");
            assertThat(page.indexOf("What to do next")).isLessThan(page.indexOf("Sold today"));
        }
    }

    @Test
    void saysThatAWalletDidNotSendMoneyBack() {
        try (var counter = SellingCounter.enrol(server, "PG-0010")) {
            Sales sale = Sales.of(PaymentWay.WALLET);
            counter.asks(
                    new Question.OrderWallet(
                            sale.id().attempt(1),
                            Wallet.ALIPAY,
                            new Question.Price(Sales.PRICE, "CNY", Sales.APPLES)));

            counter.tells(sale.jammed());

            assertThat(page("/?lang=en"))
                    .contains("data-case=\"" + sale.id().receiptCode() + "\"")
                    .contains("Refund failed", "The wallet did not send the money back");
            assertThat(page("/?lang=zh")).contains("退款失败");
            assertThat(page("/counters/PG-0010?lang=en")).doesNotContain("Refund on its way");
        }
    }

    @Test
    void saysWhichCompartmentIsLockedUntilAServiceLiftsIt() {
        try (var counter = SellingCounter.enrol(server, "PG-0070")) {
            counter.tells(
                    new Fact.ColdChainNoted(2, 1_800_000, 0, 0),
                    new Fact.ColdChainSwitched(2, true, "too-warm"));
            assertThat(page("/?lang=en"))
                    .contains("Cold-chain lock", "PG-0070, cooled compartment 2")
                    .contains("too warm for too long");
            assertThat(page("/?lang=zh")).contains("过热锁定", "PG-0070 · 2 号冷藏格");

            counter.tells(
                    new Fact.ServiceSigned(true, "code"),
                    new Fact.ColdChainSwitched(2, false, "serviced"),
                    new Fact.ContactChanged("door", true),
                    new Fact.ServiceSigned(false, "left"));
            assertThat(page("/?lang=en")).doesNotContain("PG-0070, cooled compartment 2");
            assertThat(page("/counters/PG-0070?lang=en")).contains("1 cold-chain lock lifted");
        }
    }

    @Test
    void tellsWhatATechnicianDidAndWhoeverTriedCodesBefore() {
        try (var counter = SellingCounter.enrol(server, "PG-0080")) {
            assertThat(page("/counters/PG-0080?lang=en")).contains("No technician has been here");
            counter.tells(
                    new Fact.StockCounted(11, Sales.APPLES, "L1", 5),
                    new Fact.SlotSwitched(11, false, "no clean turn"),
                    new Fact.ServiceRefused(1, 0),
                    new Fact.ServiceRefused(2, 0));
            assertThat(page("/counters/PG-0080?lang=en"))
                    .contains("2 wrong service codes since the last sign-in");

            counter.tells(
                    new Fact.ServiceSigned(true, "code"),
                    new Fact.SlotSwitched(11, true, "serviced"));
            assertThat(page("/counters/PG-0080?lang=en"))
                    .contains("1 slot switched on · 2 wrong codes before", "Not signed out yet")
                    .doesNotContain("since the last sign-in");
            assertThat(page("/counters/PG-0080?lang=zh")).contains("开启 1 条货道");

            counter.tells(
                    new Fact.ServiceSigned(false, "idle"),
                    new Fact.SlotSwitched(11, true, "later"));
            assertThat(page("/counters/PG-0080?lang=en"))
                    .contains("left idle", "1 slot switched on")
                    .doesNotContain("Not signed out yet");
        }
    }

    @Test
    void drawsTheShelfOfOneCounter() {
        try (var counter = SellingCounter.enrol(server, "PG-0003")) {
            counter.tells(
                    new Fact.StockCounted(11, Sales.APPLES, "L1", 5),
                    new Fact.StockCounted(12, "no-such-goods", "L1", 0));

            assertThat(page("/counters/PG-0003?lang=en"))
                    .contains("data-slot=\"11\"", "5 of 8", "slot-empty", "no-such-goods")
                    .contains(counter.head().hash().toString());
        }
    }

    @Test
    void saysThatThereIsNoSuchCounter() {
        String text =
                web.get()
                        .uri("/counters/XX-9999?lang=en")
                        .accept(MediaType.TEXT_HTML)
                        .exchange()
                        .expectStatus()
                        .isNotFound()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody();

        assertThat(text).contains("no such counter");
    }

    @Test
    void showsNothingOfAnotherTenant() {
        try (var counter = SellingCounter.enrol(server, "PG-0004")) {
            Sales sale = Sales.of(PaymentWay.CARD);
            counter.tells(sale.doubtful());
            moveToAnotherTenant(counter.id().hex());

            assertThat(page("/")).doesNotContain("PG-0004", sale.id().receiptCode());
            web.get().uri("/counters/PG-0004").exchange().expectStatus().isNotFound();
            web.get().uri("/counters/PG-0004/journal").exchange().expectStatus().isNotFound();
        }
    }

    @Test
    void givesTheBalancesAsAListThatSumsToZero() {
        try (var counter = SellingCounter.enrol(server, "PG-0005")) {
            counter.tells(Sales.of(PaymentWay.CARD).delivered());

            String json =
                    web.get()
                            .uri("/books/balances")
                            .exchange()
                            .expectHeader()
                            .contentType(MediaType.APPLICATION_JSON)
                            .expectBody(String.class)
                            .returnResult()
                            .getResponseBody();

            assertThat(json)
                    .startsWith("[{\"account\":\"")
                    .containsPattern("\"account\":\"sales\",\"unit\":\"CNY\",\"amount\":-\\d+");
            assertThat(page("/books?lang=en"))
                    .contains("In balance")
                    .containsPattern("id=\"money-sum\">¥0.00");
        }
    }

    @Test
    void sumsTheOpenCasesByWayAndReason() {
        try (var counter = SellingCounter.enrol(server, "PG-0017")) {
            counter.tells(Sales.of(PaymentWay.CARD).doubtful());

            Eventually.holds(() ->
                    page("/books/cases")
                            .contains("\"way\":\"card\",\"reason\":\"unproven-delivery\","));
        }
    }

    @Test
    void namesWhatWasRefused() {
        try (var counter = SellingCounter.enrol(server, "PG-0006")) {
            counter.publishes("journal", new byte[] {1, 2});
            counter.tells(Sales.of(PaymentWay.CARD).commanded());

            Eventually.holds(() -> page("/refused?lang=zh").contains("格式不对"));
            assertThat(page("/refused?lang=zh")).contains("PG-0006", "这笔销售从未开始");
        }
    }

    @Test
    void tellsOpenPagesOfACommitWithinASecond() {
        try (var counter = SellingCounter.enrol(server, "PG-0007")) {
            var records = counter.writes(Sales.of(PaymentWay.CARD).delivered());
            var live =
                    web.get()
                            .uri("/live")
                            .accept(MediaType.TEXT_EVENT_STREAM)
                            .exchange()
                            .returnResult(
                                    new ParameterizedTypeReference<ServerSentEvent<String>>() {})
                            .getResponseBody();
            // Of what comes at once the last word only is told, and any word makes a page look
            // anew.
            StepVerifier.create(live.map(event -> String.valueOf(event.event())))
                    .expectNext("beat")
                    .then(() -> counter.sends(records))
                    .expectNext("commit")
                    .thenCancel()
                    .verify(PATIENCE);
            assertThat(counter.confirmed().seq()).isEqualTo(records.size());
        }
    }

    @Test
    void tellsAFloodOfCommitsAsAFew() {
        try (var counter = SellingCounter.enrol(server, "PG-0008")) {
            var live =
                    web.get()
                            .uri("/live")
                            .accept(MediaType.TEXT_EVENT_STREAM)
                            .exchange()
                            .returnResult(String.class)
                            .getResponseBody()
                            .take(A_SECOND)
                            .count();

            StepVerifier.create(live)
                    .then(() -> {
                        for (int sale = 0; sale < 30; sale++) {
                            counter.sends(counter.writes(new Fact.Beat()));
                        }
                    })
                    .assertNext(events -> assertThat(events).isBetween(1L, 8L))
                    .verifyComplete();
        }
    }

    @Test
    void exportsAJournalThatAStrangerCanCheck() {
        try (var counter = SellingCounter.enrol(server, "PG-0009")) {
            counter.tells(Sales.of(PaymentWay.CARD).delivered());

            String text =
                    web.get()
                            .uri("/counters/PG-0009/journal")
                            .exchange()
                            .expectHeader()
                            .valueMatches("Content-Disposition", ".*PG-0009-journal.txt.*")
                            .expectBody(String.class)
                            .returnResult()
                            .getResponseBody();

            List<String> lines = String.valueOf(text).lines().toList();
            assertThat(lines.getFirst()).isEqualTo("assistance-counter-journal 1");
            byte[] key = HexFormat.of().parseHex(after("key ", lines.get(2)));
            byte[] certificate = Base64.getDecoder().decode(after("certificate ", lines.get(3)));
            List<byte[]> records =
                    lines.subList(4, lines.size()).stream()
                            .map(line -> Base64.getDecoder().decode(after("record ", line)))
                            .toList();
            var genesis = ChainHead.genesis(counter.id(), certificate);
            var verdict = new ChainCheck(key, Ed25519::holds, seq -> null).judge(genesis, records);
            assertThat(verdict)
                    .isInstanceOfSatisfying(
                            Verdict.Append.class,
                            append -> assertThat(append.head()).isEqualTo(counter.head()));
        }
    }

    @Test
    void saysEverythingInBothLanguages() {
        for (String room : List.of("dashboards", "operators", "registry")) {
            assertThat(words("texts/" + room + "_en.properties").keySet())
                    .isEqualTo(words("texts/" + room + ".properties").keySet());
        }
    }

    private static String after(String word, String line) {
        assertThat(line).startsWith(word);
        return line.substring(word.length());
    }

    private static Properties words(String name) {
        try (Reader in =
                new InputStreamReader(
                        PagesTest.class.getClassLoader().getResourceAsStream(name),
                        StandardCharsets.UTF_8)) {
            Properties words = new Properties();
            words.load(in);
            return words;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String page(String path) {
        return String.valueOf(
                web.get()
                        .uri(path)
                        .accept(MediaType.TEXT_HTML)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody());
    }

    private void moveToAnotherTenant(String counter) {
        server.bean(Tenants.class).addIfMissing("other", "别家", "Other").block();
        DatabaseClient database = server.bean(DatabaseClient.class);
        for (String table : List.of("counters", "ledger_sale", "ledger_case", "stock_slot")) {
            database.sql("update " + table + " set tenant_id = 'other' where counter_id = :id")
                    .bind("id", counter)
                    .then()
                    .block();
        }
    }
}
