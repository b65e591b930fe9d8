package org.assistcounter.devices.mdb;

/**
 * What a cashless reader says, levels 1 to 3 with 16-bit amounts (MDB/ICP 4.2 §7.4). Amounts are
 * raw: the reader's scale is not applied.
 */
public sealed interface ReaderMessage {

    /** 00: the reader has been reset and must be set up. */
    record JustReset() implements ReaderMessage {}

    /** 01: who the reader is and how it counts money: amount = raw x scale x 10^-decimals. */
    record ReaderConfig(
            int level, int country, int scale, int decimals, int responseSecondsMax, int options)
            implements ReaderMessage {

        /** Option bit 0: the reader can give money back after VEND FAILURE. */
        public boolean canRefund() {
            return (options & 1) != 0;
        }
    }

    /** 02: words for the shopper and how long to show them. */
    record DisplayRequest(int tenthsOfSecond, String text) implements ReaderMessage {}

    /** 03: a card is there. Media are zero at level 1, which does not tell them. */
    record BeginSession(int funds, long mediaId, int mediaType, int mediaData)
            implements ReaderMessage {

        /** The funds of a reader that does not tell them. */
        public static final int FUNDS_UNKNOWN = 0xFFFF;
    }

    /** 04: the shopper wants his card back; the VMC must complete the session. */
    record SessionCancelRequest() implements ReaderMessage {}

    /** 05: the money is taken, this much. */
    record VendApproved(int amount) implements ReaderMessage {}

    /** 06: the money is refused, or a cancelled request is gone. */
    record VendDenied() implements ReaderMessage {}

    /** 07: the session is over. */
    record EndSession() implements ReaderMessage {}

    /** 08: READER CANCEL has been carried out. */
    record Cancelled() implements ReaderMessage {}

    /** 09: who made the reader; option bits only between sides of level 3. */
    record PeripheralId(Identification id, long optionBits) implements ReaderMessage {}

    /** 0A: something is wrong; the upper four bits of the code are its class. */
    record Malfunction(int code) implements ReaderMessage {

        /** The class of the code: 0-3 transient, 4-7 still works, 8-B out of order, C no refund. */
        public int kind() {
            return code >> 4;
        }
    }

    /** 0B: the command did not fit the reader's state (-1 at level 1); a RESET must follow. */
    record OutOfSequence(int state) implements ReaderMessage {}
}
