package org.assistcounter.scripts.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Honest wires and books agree; a change at either end, however small, does not. */
class ComparisonTest {
    private static final Wires WIRES =
            new Wires(
                    1_280,
                    3_000,
                    500,
                    Map.of("apple", 1L, "tea", 1L),
                    Map.of("apple", 7L, "tea", 7L));
    private static final Ledger LEDGER =
            new Ledger(
                    Map.of(
                            "card-clearing", Map.of("CNY", 1_280L),
                            "wallet-clearing", Map.of("CNY", 2_500L),
                            "shopper", Map.of("CNY", 0L),
                            "sales", Map.of("CNY", -3_780L),
                            "sold", Map.of("apple", 1L, "tea", 1L),
                            "slot", Map.of("apple", 7L, "tea", 7L)),
                    Map.of());
    private static final List<Shopper.Purchase> PURCHASES =
            List.of(
                    new Shopper.Purchase("card", "A", 1_280, 11, "apple", "taken"),
                    new Shopper.Purchase("wallet", "B", 2_500, 12, "tea", "taken"));

    @Test
    void agreesWhenBothEndsSayTheSame() {
        assertThat(compare(WIRES, LEDGER).agrees()).isTrue();
    }

    static Stream<UnaryOperator<Wires>> alteredWires() {
        return Stream.of(
                w -> wires(w.cardFen() + 1, w.walletPaidFen(), w.walletRefundedFen(), w.drops()),
                w -> wires(w.cardFen() - 1, w.walletPaidFen(), w.walletRefundedFen(), w.drops()),
                w -> wires(w.cardFen(), w.walletPaidFen() + 1, w.walletRefundedFen(), w.drops()),
                w -> wires(w.cardFen(), w.walletPaidFen(), w.walletRefundedFen() + 1, w.drops()),
                w -> wires(w.cardFen(), 3_000, 500, Map.of("apple", 1L)),
                w -> wires(w.cardFen(), 3_000, 500, Map.of("apple", 2L, "tea", 1L)),
                w -> wires(w.cardFen(), 3_000, 500, Map.of("apple", 2L)),
                w -> new Wires(1_280, 3_000, 500, w.drops(), Map.of("apple", 7L, "tea", 6L)));
    }

    @ParameterizedTest
    @MethodSource("alteredWires")
    void differsWhenAWireIsAltered(UnaryOperator<Wires> change) {
        assertThat(Comparison.of(change.apply(WIRES), LEDGER).agrees()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"card-clearing", "wallet-clearing", "shopper", "sales"})
    void differsWhenAMoneyAccountIsAltered(String account) {
        assertThat(compare(WIRES, altered(account, "CNY", 1)).agrees()).isFalse();
        assertThat(compare(WIRES, altered(account, "CNY", -1)).agrees()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sold", "slot"})
    void differsWhenGoodsAreAltered(String account) {
        assertThat(compare(WIRES, altered(account, "tea", 1)).agrees()).isFalse();
        assertThat(compare(WIRES, altered(account, "tea", -1)).agrees()).isFalse();
    }

    @Test
    void differsWhenAnotherProductWasSoldThanFell() {
        Ledger mixedUp = with(LEDGER, "sold", Map.of("apple", 2L));

        assertThat(compare(WIRES, mixedUp).agrees()).isFalse();
    }

    @Test
    void differsWhenTheScreenNamedAnotherPrice() {
        List<Shopper.Purchase> dearer =
                List.of(
                        new Shopper.Purchase("card", "A", 1_290, 11, "apple", "taken"),
                        PURCHASES.getLast());

        assertThat(Comparison.of(WIRES, LEDGER).withScreen(WIRES, dearer).agrees()).isFalse();
    }

    @Test
    void differsWhenAShiftOfMoneyBetweenAccountsHidesInTheSum() {
        Ledger moved =
                with(
                        with(LEDGER, "card-clearing", Map.of("CNY", 1_380L)),
                        "wallet-clearing",
                        Map.of("CNY", 2_400L));

        assertThat(compare(WIRES, moved).agrees()).isFalse();
    }

    @Test
    void givesRoomForAPaymentThatIsNotKnownAndNotForMore() {
        Ledger unknown = withCase("card-unconfirmed", "card payment-not-known");

        assertThat(Comparison.of(card(1_280), unknown).agrees()).isTrue();
        assertThat(Comparison.of(card(1_880), unknown).agrees()).isTrue();
        assertThat(Comparison.of(card(1_881), unknown).agrees()).isFalse();
        assertThat(Comparison.of(card(1_279), unknown).agrees()).isFalse();
    }

    @Test
    void givesRoomForARefundThatIsNotProvenAndNotForMore() {
        Ledger notProven = withCase("sales", "card refund-not-proven");

        assertThat(Comparison.of(card(1_280), notProven).agrees()).isTrue();
        assertThat(Comparison.of(card(680), notProven).agrees()).isTrue();
        assertThat(Comparison.of(card(679), notProven).agrees()).isFalse();
        assertThat(Comparison.of(card(1_281), notProven).agrees()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "card unproven-delivery",
                "wallet unproven-delivery",
                "wallet refund-not-proven",
                "wallet payment-not-known"
            })
    void givesNoRoomForACaseInWhichTheReadersMoneyIsKnown(String kind) {
        Ledger known = withCase("sales", kind);

        assertThat(Comparison.of(card(1_280), known).agrees()).isTrue();
        assertThat(Comparison.of(card(1_279), known).agrees()).isFalse();
        assertThat(Comparison.of(card(1_281), known).agrees()).isFalse();
    }

    @Test
    void givesRoomOnlyForCasesOpenedSince() {
        Ledger before = withCase("sales", "card refund-not-proven");

        assertThat(before.since(before).heldFen("card", "refund-not-proven")).isZero();
        assertThat(before.since(LEDGER).heldFen("card", "refund-not-proven")).isEqualTo(600);
    }

    @Test
    void readsBalancesAndCasesAsTheFleetGivesThem() {
        Ledger read =
                Ledger.of(
                        JsonMapper.shared()
                                .readTree(
                                        "[{'account':'sales','unit':'CNY','amount':-5}]"
                                                .replace('\'', '"')),
                        JsonMapper.shared()
                                .readTree(
                                        "[{'way':'card','reason':'payment-not-known','amount':7}]"
                                                .replace('\'', '"')));

        assertThat(read.fen("sales")).isEqualTo(-5);
        assertThat(read.heldFen("card", "payment-not-known")).isEqualTo(7);
    }

    @Test
    void givesRoomForGoodsInDoubtAndNotForMore() {
        Ledger doubtful =
                with(
                        with(LEDGER, "in-doubt", Map.of("tea", 1L)),
                        "slot",
                        Map.of("apple", 7L, "tea", 6L));
        Wires fell =
                new Wires(
                        1_280,
                        3_000,
                        500,
                        Map.of("apple", 1L, "tea", 2L),
                        Map.of("apple", 7L, "tea", 6L));
        Wires fellTwice =
                new Wires(
                        1_280,
                        3_000,
                        500,
                        Map.of("apple", 1L, "tea", 3L),
                        Map.of("apple", 7L, "tea", 5L));

        assertThat(Comparison.of(WIRES, doubtful).agrees()).isTrue();
        assertThat(Comparison.of(fell, doubtful).agrees()).isTrue();
        assertThat(Comparison.of(fellTwice, doubtful).agrees()).isFalse();
    }

    @Test
    void countsOnlyWhatHappenedSince() {
        Wires later = wires(2_280, 3_000, 500, Map.of("apple", 2L, "tea", 1L));
        Ledger booked = with(LEDGER, "card-clearing", Map.of("CNY", 2_280L));

        assertThat(later.since(WIRES).cardFen()).isEqualTo(1_000);
        assertThat(later.since(WIRES).dropsInAll()).isEqualTo(1);
        assertThat(booked.since(LEDGER).fen("card-clearing")).isEqualTo(1_000);
        assertThat(booked.since(LEDGER).fen("sales")).isZero();
    }

    @Test
    void namesTheLineThatDiffers() {
        String table = compare(WIRES, altered("shopper", "CNY", 5)).table("Sales");

        assertThat(table).contains("paid and neither sold nor returned").contains("¥0.05  DIFFERS");
    }

    private static Comparison compare(Wires wires, Ledger ledger) {
        return Comparison.of(wires, ledger).withScreen(wires, PURCHASES);
    }

    private static Wires card(long fen) {
        return wires(fen, WIRES.walletPaidFen(), WIRES.walletRefundedFen(), WIRES.drops());
    }

    private static Wires wires(long card, long paid, long refunded, Map<String, Long> drops) {
        return new Wires(card, paid, refunded, drops, WIRES.stock());
    }

    private static Ledger altered(String account, String unit, long by) {
        Map<String, Long> units = new HashMap<>(LEDGER.pieces(account));
        units.merge(unit, by, Long::sum);
        return with(LEDGER, account, units);
    }

    /** A case of 600 fen, carried out of an account. */
    private static Ledger withCase(String account, String kind) {
        Map<String, Map<String, Long>> accounts =
                new HashMap<>(altered(account, "CNY", 600).accounts());
        accounts.put("cases", Map.of("CNY", -600L));
        return new Ledger(accounts, Map.of(kind, 600L));
    }

    private static Ledger with(Ledger ledger, String account, Map<String, Long> units) {
        Map<String, Map<String, Long>> accounts = new HashMap<>(ledger.accounts());
        accounts.put(account, units);
        return new Ledger(accounts, ledger.cases());
    }
}
