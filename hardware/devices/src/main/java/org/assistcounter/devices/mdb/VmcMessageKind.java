package org.assistcounter.devices.mdb;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The one table of what a VMC may say to a cashless reader: command, subcommand, length (MDB/ICP
 * 4.2 §7.3 table 1, §7.4).
 */
enum VmcMessageKind {
    RESET(0, VmcMessageKind.NONE),
    SETUP_CONFIG(1, 0x00),
    SETUP_PRICES(1, 0x01),
    POLL(2, VmcMessageKind.NONE),
    VEND_REQUEST(3, 0x00),
    VEND_CANCEL(3, 0x01),
    VEND_SUCCESS(3, 0x02),
    VEND_FAILURE(3, 0x03),
    SESSION_COMPLETE(3, 0x04),
    CASH_SALE(3, 0x05),
    NEGATIVE_VEND_REQUEST(3, 0x06),
    READER_DISABLE(4, 0x00),
    READER_ENABLE(4, 0x01),
    READER_CANCEL(4, 0x02),
    DATA_ENTRY_RESPONSE(4, 0x03),
    REVALUE_REQUEST(5, 0x00),
    REVALUE_LIMIT_REQUEST(5, 0x01),
    REQUEST_ID(7, 0x00),
    READ_USER_FILE(7, 0x01),
    WRITE_USER_FILE(7, 0x02),
    WRITE_TIME(7, 0x03),
    ENABLE_OPTIONS(7, 0x04),
    FTL_REQ_TO_RCV(7, 0xFA),
    FTL_RETRY_DENY(7, 0xFB),
    FTL_SEND_BLOCK(7, 0xFC),
    FTL_OK_TO_SEND(7, 0xFD),
    FTL_REQ_TO_SEND(7, 0xFE),
    DIAGNOSTICS(7, 0xFF);

    private static final int NONE = -1;

    private final int command;
    private final int subcommand;

    VmcMessageKind(int command, int subcommand) {
        this.command = command;
        this.subcommand = subcommand;
    }

    static boolean hasSubcommand(int command) {
        return command != RESET.command && command != POLL.command;
    }

    static boolean isCommand(int command) {
        for (VmcMessageKind each : values()) {
            if (each.command == command) {
                return true;
            }
        }
        return false;
    }

    /** The kind of a command and its subcommand; null when there is none. */
    static @Nullable VmcMessageKind of(int command, int subcommand) {
        for (VmcMessageKind each : values()) {
            boolean isSub = each.subcommand == NONE || each.subcommand == subcommand;
            if (each.command == command && isSub) {
                return each;
            }
        }
        return null;
    }

    /** The address byte, and the subcommand if there is one. */
    void begin(ByteBuffer out, CashlessAddress address) {
        out.put((byte) (address.base() + command));
        if (subcommand != NONE) {
            out.put((byte) subcommand);
        }
    }

    int headBytes() {
        return subcommand == NONE ? 1 : 2;
    }

    /** Whether only the end of the block tells where the message ends. */
    boolean isOpenEnded() {
        return this == DIAGNOSTICS || this == WRITE_USER_FILE || this == FTL_SEND_BLOCK;
    }

    /** How many bytes follow command and subcommand; the least of them when open-ended. */
    int dataBytes(SessionForm form) {
        int amount = Fields.amountBytes(form);
        return switch (this) {
            case RESET, POLL, VEND_CANCEL, VEND_FAILURE, SESSION_COMPLETE -> 0;
            case READER_DISABLE, READER_ENABLE, READER_CANCEL, REVALUE_LIMIT_REQUEST -> 0;
            case SETUP_CONFIG, ENABLE_OPTIONS -> 4;
            case SETUP_PRICES -> 2 * amount + currencyBytes(form);
            case VEND_REQUEST, NEGATIVE_VEND_REQUEST -> amount + 2;
            case CASH_SALE -> amount + 2 + currencyBytes(form);
            case VEND_SUCCESS, WRITE_USER_FILE, FTL_SEND_BLOCK, FTL_OK_TO_SEND -> 2;
            case REVALUE_REQUEST -> amount;
            case DATA_ENTRY_RESPONSE -> 8;
            case REQUEST_ID -> Identification.BYTES;
            case READ_USER_FILE -> 1;
            case WRITE_TIME -> 10;
            case FTL_REQ_TO_RCV, FTL_REQ_TO_SEND -> 5;
            case FTL_RETRY_DENY -> 3;
            case DIAGNOSTICS -> 0;
        };
    }

    private static int currencyBytes(SessionForm form) {
        return form.isExpanded() ? 2 : 0;
    }
}
