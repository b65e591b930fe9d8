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
    SILENT_PAYMENT_IS_A_CASE(Model.SALE, "SilentPaymentIsACase", "GoodsOrMoneyOrCase"),
    ON_DISK_BEFORE_SENDING(Model.SYNC, "OnDiskBeforeSending", "NothingIsInvented"),
    ONLY_A_CHECKPOINT_CONFIRMS(Model.SYNC, "OnlyACheckpointConfirms", "AcknowledgedIsKept"),
    CHECKPOINT_MUST_BE_OURS(Model.SYNC, "CheckpointMustBeOurs", "AcknowledgedIsKept"),
    REFUSAL_MUST_BE_OURS(Model.SYNC, "RefusalMustBeOurs", "OnlyACopyIsStopped"),
    SILENCE_IS_ASKED_AGAIN(Model.SYNC, "SilenceIsAskedAgain", "EveryRecordIsAcknowledged"),
    RESUME_AWAITS_A_CHECKPOINT(Model.SYNC, "ResumeAwaitsACheckpoint", "EveryRecordIsAcknowledged"),
    HELLO_COMPARES_HEADS(Model.SYNC, "HelloComparesHeads", "CopiesAreFound"),
    KNOWN_HELLO_IS_STALE(Model.SYNC, "KnownHelloIsStale", "NothingIsInvented"),
    KNOWN_IS_NOT_BOOKED_AGAIN(Model.SYNC, "KnownIsNotBookedAgain", "LedgerIsOneJournal"),
    GAP_IS_NOT_BOOKED(Model.SYNC, "GapIsNotBooked", "NothingIsInvented"),
    PREVIOUS_HASH_IS_COMPARED(Model.SYNC, "PreviousHashIsCompared", "LedgerIsOneJournal"),
    COMMITTED_BEFORE_ANSWERED(Model.SYNC, "CommittedBeforeAnswered", "AcknowledgedIsKept");

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
