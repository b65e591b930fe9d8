package org.assistcounter.counter.payment;

import org.assistcounter.protocol.ask.Answer;

/** What the fleet's answer means for an attempt to pay by wallet. */
public final class WalletDialogue {
    private static final PaymentNews NOTHING = new PaymentNews.Nothing();

    private WalletDialogue() {}

    /** The news for an attempt at this stage. */
    public static PaymentNews hear(Stage stage, Answer answer) {
        return switch (stage) {
            case AWAITING_CARD, AUTHORISING, CANCELLING -> NOTHING;
            case ORDERING, AWAITING_SCAN, CHARGING, CLOSING -> ofAttempt(stage, answer);
        };
    }

    private static PaymentNews ofAttempt(Stage stage, Answer answer) {
        return switch (answer.state()) {
            case WAITING -> waiting(stage, answer);
            case PAID -> paid(answer);
            case CLOSED ->
                    stage == Stage.CLOSING
                            ? new PaymentNews.GivenUp()
                            : new PaymentNews.Unavailable();
            case REFUSED ->
                    stage == Stage.CLOSING ? new PaymentNews.GivenUp() : new PaymentNews.Declined();
            case UNAVAILABLE -> stage == Stage.ORDERING ? new PaymentNews.Unavailable() : NOTHING;
        };
    }

    /** No item leaves for a payment of nothing. */
    private static PaymentNews paid(Answer answer) {
        return answer.amountMinor() > 0
                ? new PaymentNews.Approved(answer.amountMinor(), answer.transaction())
                : NOTHING;
    }

    private static PaymentNews waiting(Stage stage, Answer answer) {
        String code = answer.code();
        return stage == Stage.ORDERING && code != null ? new PaymentNews.CodeReady(code) : NOTHING;
    }
}
