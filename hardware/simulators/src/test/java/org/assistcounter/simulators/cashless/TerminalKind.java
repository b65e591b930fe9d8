package org.assistcounter.simulators.cashless;

import java.nio.charset.StandardCharsets;
import org.assistcounter.devices.cashless.CashlessCommand;
import org.assistcounter.devices.cashless.CashlessEvent;
import org.assistcounter.devices.cashless.CashlessEvent.Settlement;
import org.assistcounter.devices.line.LineDriver;
import org.assistcounter.devices.mdb.CashlessAddress;
import org.assistcounter.devices.mdb.CashlessSettings;
import org.assistcounter.devices.mdb.ReaderMessage;
import org.assistcounter.devices.mdb.ReaderOption;
import org.assistcounter.devices.mdb.WaferCashless;
import org.assistcounter.devices.qibixx.QibixxCashless;

/** The terminals that keep one contract, each with the other end of its wire. */
enum TerminalKind {
    WAFER,
    WAFER_LEVEL_3_AT_60H,
    QIBIXX;

    private static final long POLL_MILLIS = 100;
    private static final ReaderMessage.ReaderConfig WITH_MULTIVEND =
            new ReaderMessage.ReaderConfig(3, 0x1156, 1, 2, 5, 3);

    LineDriver<CashlessCommand, CashlessEvent> driver() {
        return switch (this) {
            case WAFER -> new WaferCashless(CashlessSettings.USUAL);
            case WAFER_LEVEL_3_AT_60H ->
                    new WaferCashless(new CashlessSettings(CashlessAddress.SECOND, false));
            case QIBIXX -> new QibixxCashless();
        };
    }

    LineDriver<ReaderTrick, ReaderSnapshot> otherEnd() {
        return switch (this) {
            case WAFER -> wafer(new ReaderModel(SimulatedCashlessReader.yuanConfig()));
            case WAFER_LEVEL_3_AT_60H ->
                    wafer(
                            new ReaderModel(WITH_MULTIVEND)
                                    .at(CashlessAddress.SECOND)
                                    .offering(ReaderOption.AMOUNTS_OF_32_BITS.mask()));
            case QIBIXX -> new SimulatedQibixxBox();
        };
    }

    private static SimulatedWaferBox wafer(ReaderModel model) {
        return new SimulatedWaferBox(
                new SimulatedCashlessReader(model, CardLedger.EMPTY), POLL_MILLIS);
    }

    /** Whether a message of the box is the one that tells of an approval. */
    boolean isApproval(byte[] message) {
        String line = new String(message, StandardCharsets.US_ASCII);
        return line.startsWith(
                switch (this) {
                    case WAFER -> "10 05 ";
                    case WAFER_LEVEL_3_AT_60H -> "60 05 ";
                    case QIBIXX -> "d,STATUS,RESULT,1,";
                });
    }

    int baud() {
        return switch (this) {
            case WAFER, WAFER_LEVEL_3_AT_60H -> 9_600;
            case QIBIXX -> 115_200;
        };
    }

    /** What is told of a refund that was made: a Qibixx box does not prove it. */
    Settlement refunded() {
        return switch (this) {
            case WAFER, WAFER_LEVEL_3_AT_60H -> Settlement.REFUNDED;
            case QIBIXX -> Settlement.UNKNOWN;
        };
    }
}
