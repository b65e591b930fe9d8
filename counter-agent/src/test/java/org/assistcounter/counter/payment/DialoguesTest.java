package org.assistcounter.counter.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.assistcounter.devices.cashless.CashlessEvent;
import org.assistcounter.devices.cashless.CashlessEvent.Settlement;
import org.assistcounter.protocol.ask.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What readers and the fleet say, in the one language of a payment attempt. */
class DialoguesTest {
    private static final PaymentNews NOTHING = new PaymentNews.Nothing();
    private static final Set<Stage> CARD =
            Set.of(Stage.AWAITING_CARD, Stage.AUTHORISING, Stage.CANCELLING);
    private static final List<CashlessEvent> EVENTS =
            List.of(
                    new CashlessEvent.ReaderReady(1, true, 1, 65_534),
                    new CashlessEvent.ReaderLost("gone"),
                    new CashlessEvent.SessionBegan(-1),
                    new CashlessEvent.VendApproved(1_280),
                    new CashlessEvent.VendDenied(),
                    new CashlessEvent.VendConfirmed(),
                    new CashlessEvent.FailureSettled(Settlement.REFUNDED),
                    new CashlessEvent.SessionEnded(),
                    new CashlessEvent.ReaderText("hello"),
                    new CashlessEvent.Garbled("FF", "noise"));

    @Test
    void asksForMoneyOnlyWhenACardCameWhileOneIsAwaited() {
        assertThat(CardDialogue.hear(Stage.AWAITING_CARD, new CashlessEvent.SessionBegan(500)))
                .isEqualTo(new PaymentNews.CardPresent());
        assertThat(CardDialogue.hear(Stage.AUTHORISING, new CashlessEvent.SessionBegan(500)))
                .isEqualTo(NOTHING);
    }

    @Test
    void believesNoApprovalThatWasNotAskedFor() {
        assertThat(CardDialogue.hear(Stage.AWAITING_CARD, new CashlessEvent.VendApproved(1)))
                .isEqualTo(NOTHING);
    }

    @ParameterizedTest
    @EnumSource(
            value = Stage.class,
            names = {"AUTHORISING", "CANCELLING"})
    void takesTheAmountThatTheReaderApproved(Stage stage) {
        assertThat(CardDialogue.hear(stage, new CashlessEvent.VendApproved(1_200)))
                .isEqualTo(new PaymentNews.Approved(1_200, null));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void takesNoApprovalOfNothing(long amount) {
        for (Stage stage : List.of(Stage.AUTHORISING, Stage.CANCELLING)) {
            assertThat(CardDialogue.hear(stage, new CashlessEvent.VendApproved(amount)))
                    .isEqualTo(new PaymentNews.ApprovedNothing());
        }
    }

    @Test
    void callsADenialGivenUpWhenTheShopperHasGivenUp() {
        assertThat(CardDialogue.hear(Stage.AUTHORISING, new CashlessEvent.VendDenied()))
                .isEqualTo(new PaymentNews.Declined());
        assertThat(CardDialogue.hear(Stage.CANCELLING, new CashlessEvent.VendDenied()))
                .isEqualTo(new PaymentNews.GivenUp());
        assertThat(CardDialogue.hear(Stage.CANCELLING, new CashlessEvent.SessionEnded()))
                .isEqualTo(new PaymentNews.GivenUp());
    }

    @Test
    void knowsNothingOfTheMoneyWhenTheReaderGoesOrStartsAnewInAnAuthorisation() {
        for (Stage stage : List.of(Stage.AUTHORISING, Stage.CANCELLING)) {
            assertThat(CardDialogue.hear(stage, new CashlessEvent.ReaderLost("gone")))
                    .isEqualTo(new PaymentNews.NotKnown());
            assertThat(CardDialogue.hear(stage, new CashlessEvent.ReaderReady(1, true, 1, 65_534)))
                    .isEqualTo(new PaymentNews.NotKnown());
        }
    }

    @Test
    void tookNothingWhenTheReaderGoesBeforeACardCame() {
        assertThat(CardDialogue.hear(Stage.AWAITING_CARD, new CashlessEvent.ReaderLost("gone")))
                .isEqualTo(new PaymentNews.Unavailable());
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void hearsNoReaderWhileAWalletIsUsed(Stage stage) {
        if (!CARD.contains(stage)) {
            for (CashlessEvent event : EVENTS) {
                assertThat(CardDialogue.hear(stage, event)).isEqualTo(NOTHING);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Answer.State.class)
    void hearsNoWalletWhileACardIsUsed(Answer.State state) {
        for (Stage stage : CARD) {
            assertThat(wallet(stage, state, "code")).isEqualTo(NOTHING);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Stage.class,
            names = {"ORDERING", "AWAITING_SCAN", "CLOSING"})
    void takesAPaidOrderAtEveryStage(Stage stage) {
        assertThat(wallet(stage, Answer.State.PAID, null))
                .isEqualTo(new PaymentNews.Approved(1_280, "4200001"));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void takesNoPaymentOfNothing(long amount) {
        assertThat(
                        WalletDialogue.hear(
                                Stage.AWAITING_SCAN,
                                new Answer("attempt", Answer.State.PAID, null, amount, "42")))
                .isEqualTo(NOTHING);
    }

    @Test
    void showsACodeOnceAndNoneThatIsMissing() {
        assertThat(wallet(Stage.ORDERING, Answer.State.WAITING, "code"))
                .isEqualTo(new PaymentNews.CodeReady("code"));
        assertThat(wallet(Stage.ORDERING, Answer.State.WAITING, null)).isEqualTo(NOTHING);
        assertThat(wallet(Stage.AWAITING_SCAN, Answer.State.WAITING, "code")).isEqualTo(NOTHING);
        assertThat(wallet(Stage.CLOSING, Answer.State.WAITING, "code")).isEqualTo(NOTHING);
    }

    @Test
    void callsAClosedOrderGivenUpWhenItWasAskedToClose() {
        assertThat(wallet(Stage.CLOSING, Answer.State.CLOSED, null))
                .isEqualTo(new PaymentNews.GivenUp());
        assertThat(wallet(Stage.AWAITING_SCAN, Answer.State.CLOSED, null))
                .isEqualTo(new PaymentNews.Unavailable());
    }

    /** An order that may exist can be paid, so only the first stage ends by "unavailable". */
    @Test
    void endsByUnavailableOnlyBeforeThereIsAnOrder() {
        assertThat(wallet(Stage.ORDERING, Answer.State.UNAVAILABLE, null))
                .isEqualTo(new PaymentNews.Unavailable());
        assertThat(wallet(Stage.AWAITING_SCAN, Answer.State.UNAVAILABLE, null)).isEqualTo(NOTHING);
        assertThat(wallet(Stage.CLOSING, Answer.State.UNAVAILABLE, null)).isEqualTo(NOTHING);
    }

    private static PaymentNews wallet(Stage stage, Answer.State state, @Nullable String code) {
        boolean isPaid = state == Answer.State.PAID;
        return WalletDialogue.hear(
                stage,
                new Answer("attempt", state, code, isPaid ? 1_280 : 0, isPaid ? "4200001" : null));
    }
}
