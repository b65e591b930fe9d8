package org.assistcounter.walletgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assistcounter.walletgateway.WalletContract.said;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.assistcounter.fleet.wallets.BillAnswer;
import org.assistcounter.fleet.wallets.BillLine;
import org.assistcounter.fleet.wallets.BillSource;
import org.assistcounter.fleet.wallets.WalletGateway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;

/** What the fleet may count on with every wallet's bills. */
abstract class BillContract {

    private static final Duration A_DAY = Duration.ofDays(1);

    @TempDir Path directory = Path.of("");
    private @Nullable Here here;

    private record Here(GatewayServer server, WalletGateway wallet, BillSource bills) {}

    abstract GatewayContract contract();

    abstract BillSource bills(String address, Path keys, Path spool);

    @BeforeEach
    void start() throws Exception {
        Path keys = directory.resolve("keys");
        DrawnKeys.copy(keys);
        GatewayServer server = GatewayServer.start(directory, 0, A_DAY);
        String address = "http://127.0.0.1:" + server.port();
        Path spool = Files.createDirectories(directory.resolve("spool"));
        here = new Here(server, contract().wallet(address, keys), bills(address, keys, spool));
    }

    @AfterEach
    void stop() throws Exception {
        server().close();
        try (Stream<Path> left = Files.list(directory.resolve("spool"))) {
            assertThat(left).isEmpty();
        }
    }

    private GatewayServer server() {
        return Objects.requireNonNull(here).server();
    }

    private WalletGateway wallet() {
        return Objects.requireNonNull(here).wallet();
    }

    @Test
    void tellsWhatWasPaidAndWhatWentBack() {
        var order = paid();
        var refund =
                new WalletGateway.Refund(
                        order.attempt() + "-r1", order.attempt(), 90, 990, "CNY", "jam");
        said(wallet().refund(refund));

        Read read = read(day());

        assertThat(read.answer()).isInstanceOf(BillAnswer.Taken.class);
        assertThat(read.lines())
                .extracting(
                        BillLine::kind, BillLine::order, BillLine::refund, BillLine::amountMinor)
                .containsExactly(
                        tuple(BillLine.Kind.PAID, order.attempt(), "", 990L),
                        tuple(BillLine.Kind.REFUNDED, order.attempt(), refund.refund(), 90L));
        assertThat(read.lines()).allSatisfy(line -> assertThat(line.transaction()).isNotEmpty());
    }

    @Test
    void tellsTheSameDigestForTheSameBill() {
        paid();

        assertThat(read(day()).digest()).isNotEmpty().isEqualTo(read(day()).digest());
    }

    @Test
    void saysThatNothingWasBookedOnADayWithoutPayments() {
        paid();

        assertThat(read(day().minusDays(3)).answer()).isEqualTo(new BillAnswer.NothingBooked());
    }

    @Test
    void isNotThereWhileTheWalletIsMakingIt() {
        paid();
        server().faults().set(Fault.BILL_NOT_READY, 1);

        assertThat(read(day()).answer())
                .isInstanceOfAny(BillAnswer.BeingMade.class, BillAnswer.NothingBooked.class);
        assertThat(read(day()).answer()).isInstanceOf(BillAnswer.Taken.class);
    }

    @Test
    void isNotBelievedWhenItIsCut() {
        paid();
        server().faults().set(Fault.BILL_CUT, 1);

        assertThat(refused(day())).isEqualTo(BillAnswer.Fault.DAMAGED);
        assertThat(read(day()).answer()).isInstanceOf(BillAnswer.Taken.class);
    }

    @Test
    void saysThatTheWalletGaveNoAnswer() {
        paid();
        server().faults().set(Fault.SYSTEM_ERROR, 1);

        assertThat(refused(day())).isEqualTo(BillAnswer.Fault.NO_ANSWER);
    }

    @Test
    void believesNoForgedWordOfWhereTheBillIs() {
        paid();
        server().faults().set(Fault.FORGED_ANSWER, 1);

        assertThat(refused(day())).isEqualTo(BillAnswer.Fault.NO_ANSWER);
    }

    @Test
    void saysThatTheWalletIsAway() {
        server().close();

        assertThat(refused(day())).isEqualTo(BillAnswer.Fault.NO_ANSWER);
    }

    @Test
    void failsWithWhoeverTakesItAndKeepsNothing() {
        paid();

        var failure = new IllegalStateException("the database is away");
        var read = bills().read(day(), bill -> bill.lines().then(Mono.error(failure)));

        assertThat(read.onErrorComplete().blockOptional(Duration.ofSeconds(20))).isEmpty();
    }

    GatewayServer wallets() {
        return server();
    }

    BillSource bills() {
        return Objects.requireNonNull(here).bills();
    }

    record Read(BillAnswer answer, String digest, List<BillLine> lines) {}

    Read read(LocalDate day) {
        List<BillLine> lines = new ArrayList<>();
        List<String> digests = new ArrayList<>();
        BillAnswer answer =
                said(
                        bills().read(
                                        day,
                                        bill -> {
                                            digests.add(bill.digest());
                                            return bill.lines().doOnNext(lines::add).then();
                                        }));
        return new Read(answer, String.join("", digests), lines);
    }

    BillAnswer.Fault refused(LocalDate day) {
        return read(day).answer() instanceof BillAnswer.Refused refused
                ? refused.fault()
                : BillAnswer.Fault.UNKNOWN_LINE;
    }

    static LocalDate day() {
        return LocalDate.now(ZoneOffset.ofHours(8)).minusDays(1);
    }

    WalletGateway.Order paid() {
        var order = contract().order();
        assertThat(server().pay(said(wallet().order(order)))).isTrue();
        return order;
    }
}
