package org.assistcounter.simulation;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * States in which money and goods are lost most easily, and which are met so seldom that a
 * simulation may well never come there. Each is counted, so that nobody believes in vain.
 */
enum RareState {
    /** A start finds that a reader has approved what the journal only asks for. */
    START_AFTER_UNSEEN_APPROVAL,
    /** A start finds a wallet's order without its end. */
    START_AFTER_WALLET_ORDER,
    /** A start finds a motor that was commanded, and no word of its turn. */
    START_AFTER_MOTOR_COMMAND,
    /** A start finds a refund that was asked for, and no word of it. */
    START_AFTER_REFUND_REQUEST,
    /** The power went again before the sale that an earlier life left open was settled. */
    START_AFTER_START_IN_A_SALE,
    /** The shelf shows other prices than those of the sale that a start finds open. */
    START_WITH_OTHER_PRICES,
    /** A refund that a start found open was made. */
    REFUND_MADE_AFTER_START,
    /** Of a refund that a start found open nobody knows whether it was made. */
    REFUND_IN_DOUBT_AFTER_START,
    /** Of a payment that a start found open nobody knows whether it was made. */
    PAYMENT_IN_DOUBT_AFTER_START,
    /** A reader was lost while it had been asked for money. */
    PAYMENT_IN_DOUBT,
    /** A reader was lost while it gave money back, or could not. */
    REFUND_IN_DOUBT,
    /** A wallet paid while its order was being closed. */
    PAID_WHILE_CLOSING,
    /** A card was asked for money when the shopper gave up, and nobody knows whether it paid. */
    IN_DOUBT_WHILE_CANCELLING,
    /** A reader approved less than it was asked for, and the goods were given out. */
    DELIVERED_FOR_LESS,
    /** The fleet answered when nobody was waiting for it any more. */
    ANSWER_TO_AN_ENDED_ATTEMPT,
    /** One item of a basket was given out, and the next one was not. */
    HALF_A_BASKET,
    /** One item of a basket was given out, and of the next one nobody knows. */
    HALF_A_BASKET_IN_DOUBT,
    /** A slot went off while a further item of it was in the sale. */
    SLOT_OFF_BEFORE_ITS_NEXT_ITEM,
    /** Every item of a basket was paid by card and given out. */
    BASKET_BY_CARD,
    /** No drop was seen, and the sensor was not good. */
    DROP_IN_DOUBT,
    /** The cold chain locked goods while a sale was open. */
    LOCKED_IN_A_SALE,
    /** Paid goods were not turned for, because they could not be sold any more. */
    PAID_AND_NOT_TURNED,
    /** The wall clock was moved between asking for money and hearing of it. */
    CLOCK_STEP_IN_A_PAYMENT,
    /** The disk had no room while a shopper was paying. */
    DISK_FULL_WHILE_PAYING,
    /** The disk had no room while a motor was turning. */
    DISK_FULL_WHILE_DISPENSING,
    /** The disk had no room while a reader was giving money back. */
    DISK_FULL_WHILE_RETURNING,
    /** A technician was signed in when the agent died. */
    SIGNED_IN_AT_A_START,
    /** A pause after wrong codes went on over a start. */
    PAUSE_OVER_A_START,
    /** A card or wallet approved while the door was open or the mains failing. */
    APPROVED_BEHIND_AN_OPEN_DOOR(Fault.DOOR_OPENED),
    /** The door was opened, or the mains failed, while a motor turned. */
    DOOR_OPEN_WHILE_TURNING(Fault.DOOR_OPENED),
    /** A start found that bytes on its card had changed. */
    DAMAGE_FOUND_AT_A_START;

    /** Without which it does not come about, if it is a fault of one level only. */
    private final @Nullable Fault cause;

    RareState() {
        this(null);
    }

    RareState(@Nullable Fault cause) {
        this.cause = cause;
    }

    /** All that can come about at a level. */
    static Set<RareState> at(Level level) {
        Set<RareState> states = EnumSet.noneOf(RareState.class);
        for (RareState state : values()) {
            if (state.cause == null || state.cause.isAt(level)) {
                states.add(state);
            }
        }
        return states;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
