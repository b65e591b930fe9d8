package org.assistcounter.kills;

import java.util.Map;
import org.assistcounter.protocol.journal.FactType;

/**
 * Where a sale stands when the last fact on disk is of one kind: before that fact's effect or after
 * it. Whether there was an effect, the other end of the wire says.
 */
enum Boundary {
    SALE_OPENED(FactType.SALE_OPENED, ""),
    CARD_ASKED(FactType.PAYMENT_REQUESTED, "the reader has not answered"),
    CARD_TAKEN(FactType.PAYMENT_REQUESTED, "the reader has approved"),
    WALLET_ASKED(FactType.PAYMENT_REQUESTED, "no code is shown"),
    WALLET_SHOWN(FactType.PAYMENT_REQUESTED, "the code is shown"),
    WALLET_PAID(FactType.PAYMENT_REQUESTED, "the wallet has been paid"),
    TURN_COMMANDED(FactType.DISPENSE_COMMANDED, "the board has not counted a turn"),
    TURN_COUNTED(FactType.DISPENSE_COMMANDED, "the board has counted the turn"),
    REFUND_ASKED(FactType.REFUND_REQUESTED, "the reader has given nothing back"),
    REFUND_GIVEN(FactType.REFUND_REQUESTED, "the reader has given it back"),
    SALE_CLOSED(FactType.SALE_CLOSED, "");

    private final FactType last;
    private final String effect;

    Boundary(FactType last, String effect) {
        this.last = last;
        this.effect = effect;
    }

    /** For the table. */
    String words() {
        return effect.isEmpty() ? last.name() : last.name() + ", " + effect;
    }

    /** What the other ends had seen of this sale when the counter died. */
    record Seen(boolean isWallet, boolean isCodeShown, Map<Sum, Long> growth) {

        boolean has(Sum sum) {
            return growth.getOrDefault(sum, 0L) > 0;
        }
    }

    /** What is counted at the other ends. */
    enum Sum {
        APPROVED,
        REFUNDED,
        TURNS,
        WALLET_PAID
    }

    /** Where a counter died whose last fact on disk is this one. */
    static Boundary of(FactType last, Seen seen) {
        return switch (last) {
            case SALE_OPENED -> SALE_OPENED;
            case PAYMENT_REQUESTED -> seen.isWallet() ? wallet(seen) : card(seen);
            case DISPENSE_COMMANDED -> seen.has(Sum.TURNS) ? TURN_COUNTED : TURN_COMMANDED;
            case REFUND_REQUESTED -> seen.has(Sum.REFUNDED) ? REFUND_GIVEN : REFUND_ASKED;
            case COMMISSIONED,
                    BOOTED,
                    EPOCH_BEGUN,
                    BEAT,
                    CHECKPOINT_SEEN,
                    PAYMENT_RESOLVED,
                    DISPENSE_RESOLVED,
                    REFUND_RESOLVED,
                    CASE_OPENED,
                    SALE_CLOSED,
                    STOCK_COUNTED,
                    SLOT_SWITCHED,
                    COLD_CHAIN_NOTED,
                    COLD_CHAIN_SWITCHED,
                    FAULT_NOTICED,
                    CONTACT_CHANGED,
                    SERVICE_SIGNED,
                    SERVICE_REFUSED,
                    DESIRED_STAGED,
                    DESIRED_APPLIED,
                    DESIRED_REFUSED ->
                    SALE_CLOSED;
        };
    }

    private static Boundary card(Seen seen) {
        return seen.has(Sum.APPROVED) ? CARD_TAKEN : CARD_ASKED;
    }

    private static Boundary wallet(Seen seen) {
        if (seen.has(Sum.WALLET_PAID)) {
            return WALLET_PAID;
        }
        return seen.isCodeShown() ? WALLET_SHOWN : WALLET_ASKED;
    }
}
