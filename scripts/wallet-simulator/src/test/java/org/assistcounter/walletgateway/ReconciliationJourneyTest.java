package org.assistcounter.walletgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assistcounter.fleet.reconciliation.DayStanding;
import org.assistcounter.fleet.reconciliation.Difference;
import org.assistcounter.fleet.reconciliation.DifferenceKind;
import org.assistcounter.fleet.reconciliation.Progress;
import org.assistcounter.fleet.reconciliation.Reconciliation;
import org.assistcounter.fleet.reconciliation.Source;
import org.assistcounter.fleet.wallets.WalletGateway.State;
import org.assistcounter.fleet.wallets.WalletKind;
import org.assistcounter.fleet.wallets.store.RefundStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.r2dbc.core.DatabaseClient;

/** A day of both wallets, each thing that can be wrong in its bill, and how all of it ends. */
@Tag("slow")
class ReconciliationJourneyTest {

    private static final String TENANT = "demonstration";
    private static final Duration BEHIND = Duration.ofDays(4);
    private static final long PRICE = 990;
    private static final long BACK = 90;
    private static final Map<Fault, DifferenceKind> WRONG =
            Map.of(
                    Fault.BILL_FOREIGN_ORDER, DifferenceKind.FOREIGN_ORDER,
                    Fault.BILL_LINE_MISSING, DifferenceKind.NOT_BILLED,
                    Fault.BILL_LINE_TWICE, DifferenceKind.BILLED_TWICE,
                    Fault.BILL_AMOUNT_ALTERED, DifferenceKind.AMOUNT_DIFFERS,
                    Fault.BILL_REFUND_MISSING, DifferenceKind.REFUND_NOT_BILLED);

    @TempDir static Path directory = Path.of("");
    private static FleetWithWallets fleet;

    @BeforeAll
    static void sell() throws Exception {
        fleet = new FleetWithWallets(directory, BEHIND);
        for (WalletKind kind : List.of(WalletKind.WECHAT, WalletKind.ALIPAY)) {
            List<String> orders = new ArrayList<>();
            for (int number = 0; number < 6; number++) {
                orders.add(sold(kind, number));
            }
            refund(orders.getLast());
        }
        change("update wallets_attempt set ordered_at = ordered_at - interval '4 days'");
        change(
                "update wallets_refund set wanted_at = wanted_at - interval '4 days', settled_at ="
                        + " settled_at - interval '4 days'");
        FleetWithWallets.eventually(() -> count("wallets_silent_grant") == 12);
    }

    private static String sold(WalletKind kind, int number) {
        String attempt = "%025d%d-1".formatted(kind == WalletKind.WECHAT ? 1 : 2, number);
        fleet.keep(kind, attempt, PRICE);
        assertThat(fleet.wallets().pay(fleet.order(kind, attempt, PRICE))).isTrue();
        FleetWithWallets.eventually(() -> fleet.state(attempt) == State.PAID);
        return attempt;
    }

    private static void refund(String attempt) {
        var wanted = new RefundStore.Wanted(attempt + "-r1", attempt, BACK, "not delivered");
        fleet.bean(RefundStore.class)
                .want(wanted, FleetWithWallets.COUNTER, fleet.bean(Clock.class).instant())
                .block();
        FleetWithWallets.eventually(() ->
                count("wallets_refund where state = 'refunded' and attempt = '" + attempt + "'")
                        == 1);
    }

    @AfterAll
    static void stop() {
        fleet.close();
    }

    @Test
    void findsNothingInBillsThatAreRight() {
        compare();

        assertThat(open()).isEmpty();
        assertThat(standing(Source.WECHAT)).isEqualTo(DayStanding.State.COMPARED);
        assertThat(standing(Source.ALIPAY)).isEqualTo(DayStanding.State.COMPARED);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {
                "BILL_FOREIGN_ORDER",
                "BILL_LINE_MISSING",
                "BILL_LINE_TWICE",
                "BILL_AMOUNT_ALTERED",
                "BILL_REFUND_MISSING"
            })
    void findsExactlyWhatIsWrongInBothBillsAndEndsItWhenTheyAreRight(Fault fault) {
        fleet.wallets().faults().set(fault, 2);
        compare();

        DifferenceKind kind = Objects.requireNonNull(WRONG.get(fault));
        assertThat(open())
                .extracting(found -> found.key().source(), found -> found.key().kind())
                .containsExactlyInAnyOrder(tuple(Source.WECHAT, kind), tuple(Source.ALIPAY, kind));

        compare();

        assertThat(open()).isEmpty();
    }

    @Test
    void findsEachOfManyFaultsOnceHoweverOftenItLooks() {
        for (int time = 0; time < 2; time++) {
            WRONG.keySet().forEach(fault -> fleet.wallets().faults().set(fault, 2));
            compare();

            assertThat(open()).hasSize(2 * WRONG.size());
            assertThat(open())
                    .extracting(found -> found.key().kind())
                    .hasSameElementsAs(WRONG.values());
        }
        long known = count("reconciliation_difference where closed_at is null");

        compare();

        assertThat(known).isEqualTo(2L * WRONG.size());
        assertThat(open()).isEmpty();
    }

    @Test
    void waitsForBillsThatAreNotReady() {
        fleet.wallets().faults().set(Fault.BILL_NOT_READY, 14);
        compare();

        // Alipay does not tell a bill that is being made from one that will never be.
        assertThat(standing(Source.WECHAT)).isEqualTo(DayStanding.State.WAITING);
        assertThat(open()).noneMatch(found -> found.key().source() == Source.WECHAT);

        compare();

        assertThat(standing(Source.WECHAT)).isEqualTo(DayStanding.State.COMPARED);
        assertThat(open()).isEmpty();
    }

    @Test
    void believesNoOtherFileThanTheOneThatWasSignedFor() {
        fleet.wallets().faults().set(Fault.BILL_WRONG_HASH, 1);
        compare();

        assertThat(standing(Source.WECHAT)).isEqualTo(DayStanding.State.REFUSED);
        assertThat(days().stream().map(DayStanding::fault)).contains("WRONG_HASH");
        assertThat(open()).isEmpty();

        compare();

        assertThat(days().stream().map(DayStanding::fault)).doesNotContain("WRONG_HASH");
    }

    /** Asks for a round and waits until one has ended that began after that. */
    private static void compare() {
        Instant asked = fleet.bean(Clock.class).instant();
        reconciliation().run();
        FleetWithWallets.eventually(() -> {
            Progress progress = reconciliation().progress();
            return progress != null && progress.startedAt().isAfter(asked) && !progress.isRunning();
        });
        assertThat(Objects.requireNonNull(reconciliation().progress()).failed()).isZero();
    }

    private static Reconciliation reconciliation() {
        return fleet.bean(Reconciliation.class);
    }

    private static List<Difference> open() {
        return WalletContract.said(reconciliation().open(TENANT).collectList());
    }

    private static List<DayStanding> days() {
        return WalletContract.said(reconciliation().days().collectList());
    }

    private static DayStanding.State standing(Source source) {
        LocalDate day = LocalDate.ofInstant(Instant.now().minus(BEHIND), ZoneOffset.ofHours(8));
        return days().stream()
                .filter(standing -> standing.source() == source && standing.day().equals(day))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private static void change(String sql) {
        fleet.bean(DatabaseClient.class).sql(sql).then().block();
    }

    private static long count(String rows) {
        return WalletContract.said(
                fleet.bean(DatabaseClient.class)
                        .sql("select count(*) as kept from " + rows)
                        .map(row -> Objects.requireNonNull(row.get("kept", Long.class)))
                        .one());
    }
}
