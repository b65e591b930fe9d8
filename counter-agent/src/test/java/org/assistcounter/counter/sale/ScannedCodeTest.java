package org.assistcounter.counter.sale;

import static org.assertj.core.api.Assertions.assertThat;

import org.assistcounter.counter.Goods;
import org.assistcounter.counter.payment.Stage;
import org.assistcounter.protocol.ask.Answer;
import org.assistcounter.protocol.ask.PaymentCode;
import org.assistcounter.protocol.ask.Question;
import org.assistcounter.protocol.ask.Wallet;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.PaymentOutcome;
import org.assistcounter.protocol.journal.PaymentWay;
import org.assistcounter.protocol.journal.SaleOutcome;
import org.assistcounter.protocol.pickup.PickupCode;
import org.assistcounter.protocol.signing.Ed25519;
import org.junit.jupiter.api.Test;

/** The code on a shopper's phone, read by the scanner. */
class ScannedCodeTest {
    private static final String CODE = "134567890123456789";
    private static final Input SCANNED = new Input.ScannedCode(CODE);
    private static final String PICKUP =
            PickupCode.signed(
                            "0123456789abcdef0123456789abcdef",
                            CounterId.of(new byte[CounterId.LENGTH]),
                            1_800_000_000,
                            new Ed25519(new byte[Ed25519.KEY_LENGTH]))
                    .text();
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

    /** A shopper with an order holds the wrong code there; that is not an unknown one. */
    @Test
    void saysThatAPickupCodePaysNothingAndGoesOnOffering() {
        PlayedCounter counter = PlayedCounter.choosing(Goods.APPLE);

        Step step = counter.on(new Input.ScannedCode(PICKUP));

        assertThat(step.facts()).isEmpty();
        assertThat(step.effects()).isEmpty();
        assertThat(scan(counter)).isEqualTo(Phase.Choosing.Scan.PICKUP_CODE);
        counter.on(SCANNED);
        assertThat(stage(counter)).isEqualTo(Stage.CHARGING);
    }

    @Test
    void knowsAPickupCodeWithoutTheFleet() {
        PlayedCounter counter = PlayedCounter.choosing(Goods.APPLE);

        counter.on(new Input.FleetReachable(false));
        counter.on(new Input.ScannedCode(PICKUP));

        assertThat(scan(counter)).isEqualTo(Phase.Choosing.Scan.PICKUP_CODE);
    }

    @Test
    void takesAPickupCodeThatLacksADigitForUnknown() {
        PlayedCounter counter = PlayedCounter.choosing(Goods.APPLE);

        counter.on(new Input.ScannedCode(PICKUP.substring(1)));

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
        assertThat(browsing.on(new Input.ScannedCode(PICKUP)).effects()).isEmpty();
        assertThat(charging.on(new Input.ScannedCode(PICKUP)).facts()).isEmpty();
        assertThat(charging.on(SCANNED).effects()).isEmpty();
        assertThat(charging.on(SCANNED).facts()).isEmpty();
    }

    @Test
    void isNeverWrittenWhole() {
        assertThat(SCANNED).asString().doesNotContain("3456");
        assertThat(new Input.ScannedCode(PICKUP)).asString().doesNotContain("0123");
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
