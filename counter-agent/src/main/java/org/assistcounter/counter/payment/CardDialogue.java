package org.assistcounter.counter.payment;

import org.assistcounter.devices.cashless.CashlessEvent;

/** What a reader's word means for an attempt to pay by card. */
public final class CardDialogue {
    private static final PaymentNews NOTHING = new PaymentNews.Nothing();

    private CardDialogue() {}

    /** The news for an attempt at this stage. */
    public static PaymentNews hear(Stage stage, CashlessEvent event) {
        return switch (stage) {
            case AWAITING_CARD -> whileAwaiting(event);
            case AUTHORISING, CANCELLING -> whileAuthorising(stage, event);
            case ORDERING, AWAITING_SCAN, CHARGING, CLOSING -> NOTHING;
        };
    }

    private static PaymentNews whileAwaiting(CashlessEvent event) {
        return switch (event) {
            case CashlessEvent.SessionBegan _ -> new PaymentNews.CardPresent();
            case CashlessEvent.ReaderLost _ -> new PaymentNews.Unavailable();
            case CashlessEvent _ -> NOTHING;
        };
    }

    private static PaymentNews whileAuthorising(Stage stage, CashlessEvent event) {
        return switch (event) {
            case CashlessEvent.VendApproved approved -> approved(approved.amountMinor());
            case CashlessEvent.VendDenied _, CashlessEvent.SessionEnded _ ->
                    stage == Stage.CANCELLING
                            ? new PaymentNews.GivenUp()
                            : new PaymentNews.Declined();
            case CashlessEvent.ReaderLost _ -> new PaymentNews.NotKnown();
            case CashlessEvent.ReaderReady _ -> new PaymentNews.NotKnown();
            case CashlessEvent _ -> NOTHING;
        };
    }

    /** No item leaves for a payment of nothing. */
    private static PaymentNews approved(long amountMinor) {
        return amountMinor > 0
                ? new PaymentNews.Approved(amountMinor, null)
                : new PaymentNews.ApprovedNothing();
    }
}
