package org.assistcounter.counter.sale;

import static org.assertj.core.api.Assertions.assertThat;

import org.assistcounter.counter.Goods;
import org.assistcounter.counter.payment.Stage;
import org.assistcounter.protocol.ask.Answer;
import org.assistcounter.protocol.ask.PaymentCode;
import org.assistcounter.protocol.ask.Question;
import org.assistcounter.protocol.ask.Wallet;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.PaymentOutcome;
import org.assistcounter.protocol.journal.PaymentWay;
import org.assistcounter.protocol.journal.SaleOutcome;
import org.junit.jupiter.api.Test;

/** The code on a shopper's phone, read by the scanner. */
class ScannedCodeTest {
    private static final String CODE = "134567890123456789";
    private static final Input SCANNED = new Input.ScannedCode(CODE);
    private static final String ATTEMPT = PlayedCounter.SALE.attempt(1);

    @Test
    void chargesTheCodeAfterTheAttemptIsWritten() {
        Step step = PlayedCounter.choosing(Goods.APPLE).on(SCANNED);

        assertThat(step.facts())
                .containsExactly(
                        new Fact.PaymentRequested(PlayedCounter.SALE, 1, PaymentWay.WALLET, 1_280));
        assertThat(step.effects())
                .containsExactly(
                        new Effect.AskFleet(
                                new Question.ChargeCode(
                                        ATTEMPT,
                                        new PaymentCode(Wallet.WECHAT, CODE),
                                        new Question.Price(1_280, "CNY", "apple"))));
    }

    @Test
    void turnsTheMotorWhenTheCodeIsPaid() {
        PlayedCounter counter = charging();

        counter.fleet(1, Answer.State.PAID, 1_280);

        assertThat(counter.turns()).isOne();
    }

    @Test
    void goesOnAskingWhileThePayerMustAgree() {
        PlayedCounter counter = charging();

        counter.fleet(1, Answer.State.WAITING, 0);
        Step asked = counter.waitForDeadline();

        assertThat(stage(counter)).isEqualTo(Stage.CHARGING);
        assertThat(asked.effects())
                .containsExactly(new Effect.AskFleet(new Question.QueryWallet(ATTEMPT)));
    }

    @Test
    void saysThatTheWalletRefused() {
        PlayedCounter counter = charging();

        counter.fleet(1, Answer.State.REFUSED, 0);

        assertThat(counter.ending()).isEqualTo(Ending.DECLINED);
        assertThat(counter.closed().outcome()).isEqualTo(SaleOutcome.UNPAID);
    }

    @Test
    void closesTheAttemptWhenThePayerNeverAgrees() {
        PlayedCounter counter = charging();

        counter.waitFor(Limits.CHARGING + Limits.CLOSING);

        assertThat(counter.effects())
                .contains(new Effect.AskFleet(new Question.CloseWallet(ATTEMPT)));
        assertThat(counter.facts(Fact.PaymentResolved.class))
                .singleElement()
                .extracting(Fact.PaymentResolved::outcome)
                .isEqualTo(PaymentOutcome.ABANDONED);
        assertThat(counter.turns()).isZero();
    }

    @Test
    void givesBackWhatWasPaidWhileTheShopperGaveUp() {
        PlayedCounter counter = charging();

        counter.on(new Input.Cancelled());
        counter.fleet(1, Answer.State.PAID, 1_280);

        assertThat(counter.ending()).isEqualTo(Ending.ON_ITS_WAY);
        assertThat(counter.turns()).isZero();
    }

    @Test
    void saysThatACodeIsUnknownAndGoesOnOffering() {
        PlayedCounter counter = PlayedCounter.choosing(Goods.APPLE);

        Step step = counter.on(new Input.ScannedCode("https://example.org/"));

        assertThat(step.facts()).isEmpty();
        assertThat(step.effects()).isEmpty();
        assertThat(scan(counter)).isEqualTo(Phase.Choosing.Scan.UNKNOWN_CODE);
    }

    @Test
    void saysThatACodeCannotBeChargedWithoutTheFleet() {
        PlayedCounter counter = PlayedCounter.choosing(Goods.APPLE);

        counter.on(new Input.FleetReachable(false));
        Step step = counter.on(SCANNED);

        assertThat(step.effects()).isEmpty();
        assertThat(scan(counter)).isEqualTo(Phase.Choosing.Scan.OFFLINE);
    }

    @Test
    void doesNothingWithACodeThatNobodyAwaits() {
        PlayedCounter browsing = PlayedCounter.ready();
        PlayedCounter charging = charging();

        assertThat(browsing.on(SCANNED).effects()).isEmpty();
        assertThat(charging.on(SCANNED).effects()).isEmpty();
        assertThat(charging.on(SCANNED).facts()).isEmpty();
    }

    @Test
    void isNeverWrittenWhole() {
        assertThat(SCANNED).asString().doesNotContain("3456");
    }

    private static PlayedCounter charging() {
        PlayedCounter counter = PlayedCounter.choosing(Goods.APPLE);
        counter.on(SCANNED);
        return counter;
    }

    private static Stage stage(PlayedCounter counter) {
        return counter.state().phase() instanceof Phase.Paying paying
                ? paying.stage()
                : Stage.CLOSING;
    }

    private static Phase.Choosing.Scan scan(PlayedCounter counter) {
        return counter.state().phase() instanceof Phase.Choosing choosing
                ? choosing.scan()
                : Phase.Choosing.Scan.NONE;
    }
}
