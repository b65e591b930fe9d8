package org.assistcounter.devices.mdb;

import java.nio.ByteBuffer;

/** Writes a VMC's message: the mirror of {@link VmcMessageReader}. */
final class VmcMessageWriter {

    private final ByteBuffer out;
    private final SessionForm form;
    private final CashlessAddress address;

    VmcMessageWriter(ByteBuffer out, SessionForm form, CashlessAddress address) {
        this.out = out;
        this.form = form;
        this.address = address;
    }

    void write(VmcMessage message) {
        switch (message) {
            case VmcMessage.Reset() -> begin(VmcMessageKind.RESET);
            case VmcMessage.Poll() -> begin(VmcMessageKind.POLL);
            case VmcMessage.SetupCommand setup -> setup(setup);
            case VmcMessage.VendCommand vend -> vend(vend);
            case VmcMessage.ReaderCommand reader -> reader(reader);
            case VmcMessage.RevalueCommand revalue -> revalue(revalue);
            case VmcMessage.ExpansionCommand expansion -> expansion(expansion);
            case VmcMessage.NotUsed(String name, String data) ->
                    Fields.putHex(begin(VmcMessageKind.valueOf(name)), data);
        }
    }

    private void setup(VmcMessage.SetupCommand message) {
        switch (message) {
            case VmcMessage.SetupConfig c ->
                    Fields.put(
                            begin(VmcMessageKind.SETUP_CONFIG),
                            c.level(),
                            c.columns(),
                            c.rows(),
                            c.displayInfo());
            case VmcMessage.SetupPrices(long most, long least, int currency) -> {
                amount(begin(VmcMessageKind.SETUP_PRICES), most);
                amount(out, least);
                currency(currency);
            }
        }
    }

    private void vend(VmcMessage.VendCommand message) {
        switch (message) {
            case VmcMessage.VendRequest(long price, int item) ->
                    amount(begin(VmcMessageKind.VEND_REQUEST), price).putShort((short) item);
            case VmcMessage.VendCancel() -> begin(VmcMessageKind.VEND_CANCEL);
            case VmcMessage.VendSuccess(int item) ->
                    begin(VmcMessageKind.VEND_SUCCESS).putShort((short) item);
            case VmcMessage.VendFailure() -> begin(VmcMessageKind.VEND_FAILURE);
            case VmcMessage.SessionComplete() -> begin(VmcMessageKind.SESSION_COMPLETE);
            case VmcMessage.CashSale(long price, int item, int currency) -> {
                amount(begin(VmcMessageKind.CASH_SALE), price).putShort((short) item);
                currency(currency);
            }
            case VmcMessage.NegativeVendRequest(long value, int item) ->
                    amount(begin(VmcMessageKind.NEGATIVE_VEND_REQUEST), value)
                            .putShort((short) item);
        }
    }

    private void reader(VmcMessage.ReaderCommand message) {
        switch (message) {
            case VmcMessage.ReaderDisable() -> begin(VmcMessageKind.READER_DISABLE);
            case VmcMessage.ReaderEnable() -> begin(VmcMessageKind.READER_ENABLE);
            case VmcMessage.ReaderCancel() -> begin(VmcMessageKind.READER_CANCEL);
        }
    }

    private void revalue(VmcMessage.RevalueCommand message) {
        switch (message) {
            case VmcMessage.RevalueRequest(long amount) ->
                    amount(begin(VmcMessageKind.REVALUE_REQUEST), amount);
            case VmcMessage.RevalueLimitRequest() -> begin(VmcMessageKind.REVALUE_LIMIT_REQUEST);
        }
    }

    private void expansion(VmcMessage.ExpansionCommand message) {
        switch (message) {
            case VmcMessage.RequestId(var vmc) -> vmc.write(begin(VmcMessageKind.REQUEST_ID));
            case VmcMessage.WriteTime(String bcd) ->
                    Fields.putHex(begin(VmcMessageKind.WRITE_TIME), bcd);
            case VmcMessage.EnableOptions(long bits) ->
                    begin(VmcMessageKind.ENABLE_OPTIONS).putInt((int) bits);
            case VmcMessage.Diagnostics(String data) ->
                    Fields.putHex(begin(VmcMessageKind.DIAGNOSTICS), data);
        }
    }

    private ByteBuffer begin(VmcMessageKind kind) {
        kind.begin(out, address);
        return out;
    }

    private ByteBuffer amount(ByteBuffer into, long amount) {
        return Fields.putAmount(into, amount, form);
    }

    private void currency(int currency) {
        if (form.isExpanded()) {
            out.putShort((short) currency);
        }
    }
}
