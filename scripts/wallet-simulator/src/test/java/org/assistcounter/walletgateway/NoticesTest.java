package org.assistcounter.walletgateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.assistcounter.fleet.wallets.WalletGateway.State;
import org.assistcounter.fleet.wallets.WalletKind;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a wallet tells by itself is believed once, and only what is new, ours and right. */
@ExtendWith(SharedFleet.class)
class NoticesTest {

    private static final long PRICE = 990;
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private final FleetWithWallets fleet;

    NoticesTest(FleetWithWallets fleet) {
        this.fleet = fleet;
    }

    @ParameterizedTest
    @EnumSource(names = {"WECHAT", "ALIPAY"})
    void learnsOfAPaymentWithoutAsking(WalletKind kind) {
        String attempt = attempt();

        assertThat(answers(kind, attempt, PRICE, 1)).allMatch(NoticesTest::isGood);

        assertThat(fleet.state(attempt)).isEqualTo(State.PAID);
    }

    @ParameterizedTest
    @EnumSource(names = {"WECHAT", "ALIPAY"})
    void acceptsTheSameNoticeAgain(WalletKind kind) {
        String attempt = attempt();
        fleet.wallets().faults().set(Fault.NOTICE_TWICE, 1);

        assertThat(answers(kind, attempt, PRICE, 2)).allMatch(NoticesTest::isGood);

        assertThat(fleet.state(attempt)).isEqualTo(State.PAID);
    }

    @ParameterizedTest
    @EnumSource(names = {"WECHAT", "ALIPAY"})
    void believesNoNoticeOfAnHourAgo(WalletKind kind) {
        String attempt = attempt();
        fleet.wallets().faults().set(Fault.NOTICE_REPLAYED, 1);

        assertThat(answers(kind, attempt, PRICE, 1)).noneMatch(NoticesTest::isGood);

        assertThat(fleet.state(attempt)).isEqualTo(State.WAITING);
    }

    @ParameterizedTest
    @EnumSource(names = {"WECHAT", "ALIPAY"})
    void believesNoNoticeThatWasChanged(WalletKind kind) {
        String attempt = attempt();
        fleet.wallets().faults().set(Fault.NOTICE_FORGED, 1);

        assertThat(answers(kind, attempt, PRICE, 1)).noneMatch(NoticesTest::isGood);

        assertThat(fleet.state(attempt)).isEqualTo(State.WAITING);
    }

    @ParameterizedTest
    @EnumSource(names = {"WECHAT", "ALIPAY"})
    void believesNoNoticeWithoutASignature(WalletKind kind) {
        String attempt = attempt();
        fleet.wallets().faults().set(Fault.NOTICE_UNSIGNED, 1);

        assertThat(answers(kind, attempt, PRICE, 1)).noneMatch(NoticesTest::isGood);

        assertThat(fleet.state(attempt)).isEqualTo(State.WAITING);
    }

    @ParameterizedTest
    @EnumSource(names = {"WECHAT", "ALIPAY"})
    void acceptsANoticeThatComesAfterTheAnswerToAQuestion(WalletKind kind) {
        String attempt = attempt();
        fleet.wallets().faults().set(Fault.NOTICE_LATE, 1);
        String code = fleet.order(kind, attempt, PRICE);
        fleet.keep(kind, attempt, PRICE);
        assertThat(fleet.wallets().pay(code)).isTrue();
        var asked = fleet.askedFor(kind, attempt);
        assertThat(asked.state()).isEqualTo(State.PAID);
        assertThat(of(attempt)).isEmpty();

        assertThat(fleet.wallets().sendHeldNotices()).isEqualTo(1);

        assertThat(answered(attempt, 1)).allMatch(NoticesTest::isGood);
        assertThat(fleet.standing(attempt)).isEqualTo(asked);
    }

    @ParameterizedTest
    @EnumSource(names = {"WECHAT", "ALIPAY"})
    void believesNoNoticeOfAnotherAmount(WalletKind kind) {
        String attempt = attempt();

        assertThat(answers(kind, attempt, PRICE - 1, 1)).noneMatch(NoticesTest::isGood);

        assertThat(fleet.state(attempt)).isEqualTo(State.WAITING);
    }

    @ParameterizedTest
    @EnumSource(names = {"WECHAT", "ALIPAY"})
    void believesNoNoticeOfAnOrderThatIsNotItsOwn(WalletKind kind) {
        String attempt = attempt();

        fleet.wallets().pay(fleet.order(kind, attempt, PRICE));

        assertThat(answered(attempt, 1)).noneMatch(NoticesTest::isGood);
    }

    @ParameterizedTest
    @EnumSource(names = {"WECHAT", "ALIPAY"})
    void sendsBackOnceWhatIsPaidAfterItsSaleHasEnded(WalletKind kind) {
        String attempt = attempt();
        long before = fleet.wallets().refundedMinor();
        String code = fleet.order(kind, attempt, PRICE);
        fleet.keep(kind, attempt, PRICE);
        fleet.giveUp(attempt);
        fleet.wallets().faults().set(Fault.NOTICE_TWICE, 1);

        fleet.wallets().pay(code);

        assertThat(answered(attempt, 2)).allMatch(NoticesTest::isGood);
        FleetWithWallets.eventually(() -> fleet.wallets().refundedMinor() == before + PRICE);
        FleetWithWallets.eventually(() -> isSettled(attempt));
        assertThat(fleet.wallets().refundedMinor()).isEqualTo(before + PRICE);
    }

    private boolean isSettled(String attempt) {
        List<String> open =
                fleet.attempts().abandoned().map(known -> known.attempt()).collectList().block();
        return open != null && !open.contains(attempt);
    }

    /** Orders, keeps and pays, and tells what the fleet answered to the notices. */
    private List<String> answers(WalletKind kind, String attempt, long paidMinor, int notices) {
        String code = fleet.order(kind, attempt, paidMinor);
        fleet.keep(kind, attempt, PRICE);
        assertThat(fleet.wallets().pay(code)).isTrue();
        return answered(attempt, notices);
    }

    private List<String> answered(String attempt, int notices) {
        FleetWithWallets.eventually(() -> of(attempt).size() == notices);
        return of(attempt);
    }

    private List<String> of(String attempt) {
        return fleet.wallets().noticeAnswers().stream()
                .filter(answer -> answer.replace('_', '-').startsWith(attempt + " "))
                .toList();
    }

    private static boolean isGood(String answer) {
        return answer.endsWith(" 200 ") || answer.endsWith(" 200 success");
    }

    private static String attempt() {
        return "%026d-1".formatted(NUMBER.incrementAndGet());
    }
}
