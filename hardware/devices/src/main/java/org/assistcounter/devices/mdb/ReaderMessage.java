package org.assistcounter.devices.mdb;

/**
 * What a cashless reader says, levels 1 to 3 (MDB/ICP 4.2 §7.4). Amounts are raw: the reader's
 * scale is not applied.
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

        /** Option bit 1: several vends in one session. */
        public boolean isMultivend() {
            return (options & 2) != 0;
        }

        /** Option bit 2: the reader has a display of its own. */
        public boolean hasDisplay() {
            return (options & 4) != 0;
        }

        /** Option bit 3: the reader keeps books of cash sales. */
        public boolean hasCashSale() {
            return (options & 8) != 0;
        }
    }

    /** 02: words for the shopper and how long to show them. */
    record DisplayRequest(int tenthsOfSecond, String text) implements ReaderMessage {}

    /**
     * 03: a card is there. Media are zero at level 1, which does not tell them; language, currency
     * (BCD) and card options are told in expanded mode only.
     */
    record BeginSession(
            long funds,
            long mediaId,
            int mediaType,
            int mediaData,
            String language,
            int currency,
            int cardOptions)
            implements ReaderMessage {

        /** The funds of a reader that does not tell them. */
        public static final long FUNDS_UNKNOWN = Fields.UNKNOWN;

        /** With amounts of 16 bits. */
        public BeginSession(long funds, long mediaId, int mediaType, int mediaData) {
            this(funds, mediaId, mediaType, mediaData, "", 0, 0);
        }
    }

    /** 04: the shopper wants his card back; the VMC must complete the session. */
    record SessionCancelRequest() implements ReaderMessage {}

    /** 05: the money is taken, this much. */
    record VendApproved(long amount) implements ReaderMessage {}

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

        /** The class of the code. */
        public MalfunctionKind kind() {
            return MalfunctionKind.of(code);
        }
    }

    /** 0B: the command did not fit the reader's state (-1 at level 1); a RESET must follow. */
    record OutOfSequence(int state) implements ReaderMessage {}

    /** What says nothing about the vend under way. */
    sealed interface Aside extends ReaderMessage {}

    /** 0D: the money is on the card. */
    record RevalueApproved() implements Aside {}

    /** 0E: the money is not on the card. */
    record RevalueDenied() implements Aside {}

    /** 0F: this much may go onto the card. */
    record RevalueLimit(long amount) implements Aside {}

    /** 11: what time is it? */
    record TimeRequest() implements Aside {}

    /** FF: what the manufacturer defined. */
    record Diagnostics(String data) implements Aside {}

    /**
     * A message of the specification for what our VMC does not offer: data entry, user files, file
     * transport.
     */
    record NotUsed(String name, String data) implements Aside {}
}
