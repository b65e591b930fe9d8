package org.assistcounter.protocolmodel;

import java.util.Arrays;
import java.util.Optional;

/** The rules that a check can leave out, and what is broken then. */
enum Guard {
    ON_DISK_BEFORE_ACTING(Model.SALE, "OnDiskBeforeActing", "NoGoodsAndMoney"),
    PAID_BEFORE_TURNING(Model.SALE, "PaidBeforeTurning", "GoodsArePaid"),
    APPROVED_TOO_LATE_GOES_BACK(Model.SALE, "ApprovedTooLateGoesBack", "GoodsOrMoneyOrCase"),
    SENSOR_MUST_BE_GOOD(Model.SALE, "SensorMustBeGood", "NoGoodsAndMoney"),
    NEVER_TURNED_AGAIN(Model.SALE, "NeverTurnedAgain", "OneTurnPerCommand"),
    UNKNOWN_PAYMENT_IS_A_CASE(Model.SALE, "UnknownPaymentIsACase", "GoodsOrMoneyOrCase"),
    UNPROVEN_TURN_IS_A_CASE(Model.SALE, "UnprovenTurnIsACase", "GoodsOrMoneyOrCase"),
    UNPROVEN_REFUND_IS_A_CASE(Model.SALE, "UnprovenRefundIsACase", "GoodsOrMoneyOrCase"),
    LATE_PAYMENT_GOES_BACK(Model.SALE, "LatePaymentGoesBack", "GoodsOrMoneyOrCase"),
    REFUND_HAS_ONE_NUMBER(Model.SALE, "RefundHasOneNumber", "RefundedOnce"),
    SILENT_PAYMENT_IS_A_CASE(Model.SALE, "SilentPaymentIsACase", "GoodsOrMoneyOrCase");

    /** What stands for no guard. */
    static final String NONE = "none";

    private final Model model;
    private final String word;
    private final String breaks;

    Guard(Model model, String word, String breaks) {
        this.model = model;
        this.word = word;
        this.breaks = breaks;
    }

    Model model() {
        return model;
    }

    /** Its name in the model. */
    String word() {
        return word;
    }

    /** What no longer holds without it. */
    String breaks() {
        return breaks;
    }

    static Optional<Guard> of(String word) {
        return Arrays.stream(values()).filter(guard -> guard.word.equals(word)).findFirst();
    }
}
