package org.assistcounter.devices.cash;

import java.util.List;
import org.assistcounter.devices.mdb.Identification;

/** What a bill validator answers, and the events that its polls bring (MDB/ICP 4.2 §6.3). */
public sealed interface ValidatorMessage {

    /** Level, currency in BCD, value = credit x scale x 10^-decimals. */
    record SetupData(Counting counting, int securityMask, boolean hasEscrow, List<Integer> credits)
            implements ValidatorMessage {}

    /** The head of the set-up. */
    record Counting(int level, int country, int scale, int decimals, int stackerCapacity) {}

    /** How full the stacker is. */
    record Stacked(boolean full, int bills) implements ValidatorMessage {}

    /** Who it is, and the options it offers: 0 below level 2. */
    record PeripheralId(Identification id, long optionBits) implements ValidatorMessage {}

    /** What a poll brings, in order. */
    sealed interface Event extends ValidatorMessage {}

    /** A bill moved. It is credit only when stacked or in the recycler. */
    record BillMoved(int billType, Routing routing) implements Event {}

    /** Something happened or lasts. */
    record Status(BillStatus status) implements Event {}

    /** Bills were pushed in while none were taken. */
    record AttemptsWhileDisabled(int count) implements Event {}

    /** Recycler and file transport, which our VMC does not use. */
    record NotUsed(int code, String data) implements Event {}

    /** Where a bill went, in the order of the three bits. */
    enum Routing {
        STACKED,
        ESCROW,
        RETURNED,
        TO_RECYCLER,
        DISABLED_REJECTED,
        TO_RECYCLER_BY_HAND,
        DISPENSED_BY_HAND,
        RECYCLER_TO_CASH_BOX
    }
}
