package org.assistcounter.counter.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assistcounter.counter.Goods;
import org.assistcounter.counter.payment.Method;
import org.assistcounter.counter.payment.Stage;
import org.assistcounter.counter.sale.Basket;
import org.assistcounter.counter.sale.CounterState;
import org.assistcounter.counter.sale.Ending;
import org.assistcounter.counter.sale.Equipment;
import org.assistcounter.counter.sale.FaultLimits;
import org.assistcounter.counter.sale.LineEnd;
import org.assistcounter.counter.sale.Phase;
import org.assistcounter.counter.sale.PlayedCounter;
import org.assistcounter.counter.sale.Sale;
import org.assistcounter.counter.service.Visit;
import org.assistcounter.protocol.ask.Wallet;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.PaymentWay;
import org.assistcounter.protocol.shelf.Bilingual;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every phase as a frame that keeps the contract of screen/DESIGN.md. */
class ViewWriterTest {
    static final Place PLACE =
            new Place(
                    "XA-0001",
                    new Bilingual("西安", "Xi'an"),
                    HelpPage.ofFleet("https://fleet.example"),
                    null,
                    Goods.TODAY::toString,
                    millis -> Goods.TODAY.atStartOfDay());

    private static final long NOW = 1_000;
    private static final long UNTIL = 31_000;

    /** Nothing can be given out. */
    static final Equipment NO_BOARD =
            new Equipment(
                    Equipment.Reader.READY,
                    new Equipment.Prices(1, 65_534),
                    false,
                    Equipment.Fleet.THERE,
                    true,
                    Equipment.Cabinet.WELL,
                    4);

    /** Nothing can be paid. */
    static final Equipment NO_MONEY =
            new Equipment(
                    Equipment.Reader.LOST,
                    new Equipment.Prices(1, 65_534),
                    true,
                    Equipment.Fleet.AWAY,
                    true,
                    Equipment.Cabinet.WELL,
                    4);

    /** The fleet does not believe its journal. */
    static final Equipment DOUBTED =
            new Equipment(
                    Equipment.Reader.READY,
                    new Equipment.Prices(1, 65_534),
                    true,
                    new Equipment.Fleet(true, false),
                    true,
                    Equipment.Cabinet.WELL,
                    4);

    static final Equipment WELL =
            new Equipment(
                    Equipment.Reader.READY,
                    new Equipment.Prices(5, 65_534),
                    true,
                    Equipment.Fleet.THERE,
                    true,
                    Equipment.Cabinet.WELL,
                    4);
    private static final Set<String> ALWAYS =
            Set.of("revision", "kind", "fresh", "counter", "online", "today", "help");
    private static final Set<String> OF_SALE = Set.of("good", "receiptCode", "amountFen");
    private static final Set<String> LIMIT = Set.of("remainingMillis", "totalMillis");

    /** A phase, its kind and the fields beside those that every view has. */
    record Row(Phase phase, String kind, Set<String> fields) {}

    static List<Row> phases() {
        List<Row> rows = new ArrayList<>();
        rows.addAll(beforeAndAfterPaying());
        rows.addAll(whilePaying());
        rows.addAll(ofTechnicians());
        return rows;
    }

    private static List<Row> ofTechnicians() {
        List<Row> rows = new ArrayList<>();
        Set<String> keypad = all(LIMIT, Set.of("phase", "left", "pauseMinutes"));
        for (Visit.Word word : Visit.Word.values()) {
            rows.add(
                    new Row(
                            new Phase.Servicing(new Visit.Entering(word, UNTIL)),
                            "keypad",
                            keypad));
        }
        rows.add(new Row(new Phase.Servicing(new Visit.Checking(1, UNTIL)), "keypad", keypad));
        rows.add(
                new Row(
                        new Phase.Servicing(new Visit.SignedIn(UNTIL)),
                        "service",
                        all(LIMIT, Set.of("devices", "locks", "slots"))));
        return rows;
    }

    private static List<Row> beforeAndAfterPaying() {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(new Phase.Browsing(), "browse", Set.of("goods", "basket")));
        rows.add(
                new Row(
                        new Phase.Looking(Goods.APPLE, Basket.EMPTY, UNTIL),
                        "product",
                        Set.of("good", "ways", "basket", "canAdd")));
        rows.add(
                new Row(
                        new Phase.Reviewing(new Basket(List.of(Goods.APPLE, Goods.HONEY)), UNTIL),
                        "basket",
                        all(LIMIT, Set.of("lines", "most", "canBuy", "amountFen"))));
        rows.add(
                new Row(
                        new Phase.Choosing(sale(PaymentWay.CARD), Phase.Choosing.Scan.NONE, UNTIL),
                        "pay",
                        all(OF_SALE, LIMIT, Set.of("ways", "scanner", "scan"))));
        rows.add(
                new Row(
                        new Phase.Dispensing(sale(PaymentWay.CARD), 1, UNTIL),
                        "dispensing",
                        all(OF_SALE, Set.of("row", "column"))));
        rows.add(
                new Row(
                        new Phase.Returning(sale(PaymentWay.CARD), true, UNTIL),
                        "refund",
                        all(OF_SALE, Set.of("money"))));
        rows.add(
                new Row(
                        new Phase.Recovering(sale(PaymentWay.CARD), true, UNTIL),
                        "closed",
                        Set.of("reason")));
        return rows;
    }

    private static List<Row> whilePaying() {
        List<Row> rows = new ArrayList<>();
        for (Stage stage : List.of(Stage.AWAITING_CARD, Stage.AUTHORISING, Stage.CANCELLING)) {
            rows.add(
                    new Row(
                            paying(PaymentWay.CARD, stage, null),
                            "card",
                            all(OF_SALE, LIMIT, Set.of("phase"))));
        }
        for (Stage stage : List.of(Stage.ORDERING, Stage.CHARGING, Stage.CLOSING)) {
            rows.add(
                    new Row(
                            paying(PaymentWay.WALLET, stage, null),
                            "wallet",
                            all(OF_SALE, LIMIT, Set.of("phase", "wallet"))));
        }
        rows.add(
                new Row(
                        paying(PaymentWay.WALLET, Stage.AWAITING_SCAN, "https://pay.example/1"),
                        "wallet",
                        all(
                                OF_SALE,
                                LIMIT,
                                Set.of("phase", "wallet", "qr", "qrSvgPath", "qrSize"))));
        return rows;
    }

    @ParameterizedTest
    @MethodSource("phases")
    void writesExactlyTheFieldsOfTheContract(Row row) {
        JsonNode view = view(row.phase(), WELL);

        assertThat(view.path("kind").asString()).isEqualTo(row.kind());
        assertThat(new TreeSet<>(view.propertyNames()))
                .isEqualTo(new TreeSet<>(all(ALWAYS, row.fields())));
        assertThat(view.path("revision").asLong()).isEqualTo(77);
        assertThat(view.path("counter").path("label").asString()).isEqualTo("XA-0001");
        assertThat(view.path("counter").path("site").path("zh").asString()).isEqualTo("西安");
    }

    @ParameterizedTest
    @EnumSource(Ending.class)
    void writesEveryEnd(Ending ending) {
        Map<Ending, String> unpaid =
                Map.of(
                        Ending.DECLINED, "declined",
                        Ending.CANCELLED, "cancelled",
                        Ending.TIMED_OUT, "timeout",
                        Ending.UNAVAILABLE, "unavailable");
        Map<Ending, String> money =
                Map.of(
                        Ending.RETURNED, "returned",
                        Ending.ON_ITS_WAY, "on-its-way",
                        Ending.CASE, "case");

        JsonNode view = view(new Phase.Ended(sale(PaymentWay.CARD), ending, UNTIL), WELL);

        assertThat(view.propertyNames()).containsAll(all(ALWAYS, OF_SALE, LIMIT));
        assertThat(view.path("reason").asString("")).isEqualTo(unpaid.getOrDefault(ending, ""));
        assertThat(view.path("money").asString("")).isEqualTo(money.getOrDefault(ending, ""));
        assertThat(view.path("remainingMillis").asLong()).isEqualTo(UNTIL - NOW);
        assertThat(view.path("kind").asString())
                .isEqualTo(
                        unpaid.containsKey(ending)
                                ? "unpaid"
                                : money.containsKey(ending) ? "refund" : "taken");
    }

    @Test
    void tellsOfEachGoodAllThatAShopperNeedsBeforePaying() {
        JsonNode goods = view(new Phase.Browsing(), WELL).path("goods");

        assertThat(goods.size()).isEqualTo(Goods.release().slots().size());
        JsonNode apple = goods.get(0);
        assertThat(new TreeSet<>(apple.propertyNames()))
                .isEqualTo(
                        new TreeSet<>(
                                List.of(
                                        "slot",
                                        "row",
                                        "column",
                                        "code",
                                        "name",
                                        "priceFen",
                                        "weightGrams",
                                        "bestBefore",
                                        "harvested",
                                        "lot",
                                        "county",
                                        "story",
                                        "supplier",
                                        "category",
                                        "picture",
                                        "available")));
        assertThat(apple.path("priceFen").asLong()).isEqualTo(Goods.APPLE_PRICE);
        assertThat(apple.path("bestBefore").asString()).isEqualTo("2027-03-01");
        assertThat(apple.path("county").path("code").asString()).isEqualTo("610629");
        assertThat(apple.path("name").path("en").asString()).isEqualTo("Name of apple");
    }

    @Test
    void saysWhyAGoodIsNotForSale() {
        JsonNode goods = view(new Phase.Browsing(), WELL).path("goods");

        assertThat(goods.get(4).path("available").asBoolean()).isFalse();
        assertThat(goods.get(4).path("why").asString()).isEqualTo("expired");
        assertThat(goods.get(5).path("why").asString()).isEqualTo("sold-out");
    }

    @Test
    void saysWhyAWayDoesNotWork() {
        Equipment alone =
                new Equipment(
                        Equipment.Reader.LOST,
                        new Equipment.Prices(1, 65_534),
                        true,
                        Equipment.Fleet.AWAY,
                        true,
                        Equipment.Cabinet.WELL,
                        4);

        JsonNode ways =
                view(
                                new Phase.Choosing(
                                        sale(PaymentWay.CARD), Phase.Choosing.Scan.NONE, UNTIL),
                                alone)
                        .path("ways");

        assertThat(ways.path("card").path("available").asBoolean()).isFalse();
        assertThat(ways.path("card").path("reason").asString()).isEqualTo("reader-out");
        assertThat(ways.path("wechat").path("reason").asString()).isEqualTo("offline");
    }

    @Test
    void closesWhenNothingCouldBePaidOrDispensed() {
        assertThat(view(new Phase.Browsing(), DOUBTED).path("reason").asString())
                .isEqualTo("journal");
        assertThat(view(new Phase.Browsing(), NO_BOARD).path("reason").asString())
                .isEqualTo("board");
        assertThat(view(new Phase.Browsing(), NO_MONEY).path("reason").asString())
                .isEqualTo("reader");
    }

    @Test
    void staysOpenForTheWalletWithoutAReader() {
        Equipment noReader =
                new Equipment(
                        Equipment.Reader.LOST,
                        new Equipment.Prices(1, 65_534),
                        true,
                        Equipment.Fleet.THERE,
                        true,
                        Equipment.Cabinet.WELL,
                        4);

        assertThat(view(new Phase.Browsing(), noReader).path("kind").asString())
                .isEqualTo("browse");
    }

    @Test
    void tellsOfSeveralItemsWhatBecameOfEach() {
        JsonNode card =
                view(
                        new Phase.Paying(
                                twoLines(),
                                new Method.Card(),
                                Stage.AWAITING_CARD,
                                null,
                                Ending.CANCELLED,
                                new Phase.Paying.Due(Long.MAX_VALUE, UNTIL)),
                        WELL);
        JsonNode end = view(new Phase.Ended(twoLines(), Ending.DECLINED, UNTIL), WELL);

        assertThat(card.path("lines").get(0).path("state").asString()).isEqualTo("taken");
        assertThat(card.path("lines").get(1).path("state").asString()).isEqualTo("now");
        assertThat(card.path("good").path("slot").asInt()).isEqualTo(Goods.HONEY);
        assertThat(card.path("amountFen").asLong()).isEqualTo(4_500);
        assertThat(end.path("kind").asString()).isEqualTo("summary");
        assertThat(end.path("money").asString()).isEqualTo("part");
        assertThat(end.path("lines").get(1).path("state").asString()).isEqualTo("not-bought");
        assertThat(end.path("amountFen").asLong()).isEqualTo(Goods.APPLE_PRICE);
    }

    @Test
    void countsABasketAndSaysWhatCannotBeHad() {
        Basket basket = new Basket(List.of(Goods.APPLE, Goods.APPLE, Goods.EMPTY, Goods.HONEY));

        JsonNode view = view(new Phase.Reviewing(basket, UNTIL), WELL);

        assertThat(view.path("lines").size()).isEqualTo(3);
        assertThat(view.path("lines").get(0).path("count").asInt()).isEqualTo(2);
        assertThat(view.path("lines").get(0).path("canAdd").asBoolean()).as("full").isFalse();
        assertThat(view.path("lines").get(1).path("canBuy").asBoolean()).isFalse();
        assertThat(view.path("canBuy").asBoolean()).isFalse();
        assertThat(view.path("amountFen").asLong()).isEqualTo(2 * Goods.APPLE_PRICE + 800 + 4_500);
    }

    @Test
    void showsNoBasketWhereOneItemIsGivenOutAtATime() {
        JsonNode view = view(new Phase.Browsing(), WELL.giving(1));

        assertThat(view.has("basket")).isFalse();
    }

    @Test
    void showsWhatWasPaidOnceItIsPaid() {
        Sale paid =
                new Sale(PlayedCounter.SALE, List.of(line()), List.of(), PaymentWay.CARD, 1, 1_200);

        JsonNode view = view(new Phase.Dispensing(paid, 1, UNTIL), WELL);

        assertThat(view.path("amountFen").asLong()).isEqualTo(1_200);
        assertThat(view.path("receiptCode").asString()).isEqualTo(PlayedCounter.SALE.receiptCode());
    }

    static Phase paying(PaymentWay way, Stage stage, @Nullable String code) {
        return new Phase.Paying(
                sale(way),
                method(way),
                stage,
                code,
                Ending.CANCELLED,
                new Phase.Paying.Due(Long.MAX_VALUE, UNTIL));
    }

    private static Method method(PaymentWay way) {
        return switch (way) {
            case CARD -> new Method.Card();
            case WALLET -> new Method.ShownCode(Wallet.ALIPAY);
        };
    }

    static Sale sale(PaymentWay way) {
        return new Sale(PlayedCounter.SALE, List.of(line()), List.of(), way, 1, 0);
    }

    /** Of two lines the first is out. */
    static Sale twoLines() {
        Fact.SaleLine second = new Fact.SaleLine(2, Goods.HONEY, "walnut", "lot-13", 4_500);
        return new Sale(
                PlayedCounter.SALE,
                List.of(line(), second),
                List.of(new LineEnd(line(), LineEnd.Fate.DELIVERED, Goods.APPLE_PRICE)),
                PaymentWay.CARD,
                2,
                0);
    }

    private static Fact.SaleLine line() {
        return new Fact.SaleLine(1, Goods.APPLE, "apple", "lot-11", Goods.APPLE_PRICE);
    }

    static JsonNode view(Phase phase, Equipment equipment) {
        String json =
                ViewWriter.write(
                        new CounterState(Goods.shelf(), equipment, phase, 1, FaultLimits.NONE),
                        PLACE,
                        77,
                        NOW);
        return JsonMapper.shared().readTree(json);
    }

    private static Set<String> all(Set<String> some, Set<String> more) {
        Set<String> union = new TreeSet<>(some);
        union.addAll(more);
        return union;
    }

    private static Set<String> all(Set<String> some, Set<String> more, Set<String> most) {
        return all(all(some, more), most);
    }
}
