package org.assistcounter.devices.mdb;

import static org.assistcounter.devices.mdb.Fields.amount;
import static org.assistcounter.devices.mdb.Fields.u16;
import static org.assistcounter.devices.mdb.Fields.u32;
import static org.assistcounter.devices.mdb.Fields.u8;

import java.nio.ByteBuffer;

/** Reads the fields of a VMC's message, of which there are as many as its kind says. */
final class VmcMessageReader {

    private VmcMessageReader() {}

    static VmcMessage read(VmcMessageKind kind, ByteBuffer in, SessionForm form) {
        return switch (kind) {
            case RESET -> new VmcMessage.Reset();
            case POLL -> new VmcMessage.Poll();
            case SETUP_CONFIG -> new VmcMessage.SetupConfig(u8(in), u8(in), u8(in), u8(in));
            case SETUP_PRICES ->
                    new VmcMessage.SetupPrices(
                            Fields.amountOrUnknown(in, form), amount(in, form), currency(in));
            case VEND_REQUEST -> new VmcMessage.VendRequest(amount(in, form), u16(in));
            case VEND_CANCEL -> new VmcMessage.VendCancel();
            case VEND_SUCCESS -> new VmcMessage.VendSuccess(u16(in));
            case VEND_FAILURE -> new VmcMessage.VendFailure();
            case SESSION_COMPLETE -> new VmcMessage.SessionComplete();
            case CASH_SALE -> new VmcMessage.CashSale(amount(in, form), u16(in), currency(in));
            case NEGATIVE_VEND_REQUEST ->
                    new VmcMessage.NegativeVendRequest(amount(in, form), u16(in));
            case READER_DISABLE -> new VmcMessage.ReaderDisable();
            case READER_ENABLE -> new VmcMessage.ReaderEnable();
            case READER_CANCEL -> new VmcMessage.ReaderCancel();
            case REVALUE_REQUEST -> new VmcMessage.RevalueRequest(amount(in, form));
            case REVALUE_LIMIT_REQUEST -> new VmcMessage.RevalueLimitRequest();
            case REQUEST_ID -> new VmcMessage.RequestId(Identification.read(in));
            case WRITE_TIME -> new VmcMessage.WriteTime(Fields.hex(in));
            case ENABLE_OPTIONS -> new VmcMessage.EnableOptions(u32(in));
            case DIAGNOSTICS -> new VmcMessage.Diagnostics(Fields.hex(in));
            case DATA_ENTRY_RESPONSE, READ_USER_FILE, WRITE_USER_FILE -> notUsed(kind, in);
            case FTL_REQ_TO_RCV, FTL_RETRY_DENY, FTL_SEND_BLOCK -> notUsed(kind, in);
            case FTL_OK_TO_SEND, FTL_REQ_TO_SEND -> notUsed(kind, in);
        };
    }

    private static VmcMessage notUsed(VmcMessageKind kind, ByteBuffer in) {
        return new VmcMessage.NotUsed(kind.name(), Fields.hex(in));
    }

    /** Only the expanded form has one. */
    private static int currency(ByteBuffer in) {
        return in.hasRemaining() ? u16(in) : 0;
    }
}
