package org.assistcounter.simulators.cashless;

import org.assistcounter.devices.cashless.CashlessCommand;
import org.assistcounter.devices.cashless.CashlessEvent;
import org.assistcounter.devices.cashless.CashlessEvent.Settlement;
import org.assistcounter.devices.line.LineDriver;
import org.assistcounter.devices.mdb.WaferCashless;
import org.assistcounter.devices.qibixx.QibixxCashless;

/** The terminals that keep one contract, each with the other end of its wire. */
enum TerminalKind {
    WAFER,
    QIBIXX;

    private static final long POLL_MILLIS = 100;

    LineDriver<CashlessCommand, CashlessEvent> driver() {
        return switch (this) {
            case WAFER -> new WaferCashless();
            case QIBIXX -> new QibixxCashless();
        };
    }

    LineDriver<ReaderTrick, ReaderSnapshot> otherEnd() {
        return switch (this) {
            case WAFER ->
                    new SimulatedWaferBox(
                            new SimulatedCashlessReader(
                                    SimulatedCashlessReader.yuanConfig(), CardLedger.EMPTY),
                            POLL_MILLIS);
            case QIBIXX -> new SimulatedQibixxBox();
        };
    }

    int baud() {
        return switch (this) {
            case WAFER -> 9_600;
            case QIBIXX -> 115_200;
        };
    }

    /** What is told of a refund that was made: a Qibixx box does not prove it. */
    Settlement refunded() {
        return switch (this) {
            case WAFER -> Settlement.REFUNDED;
            case QIBIXX -> Settlement.UNKNOWN;
        };
    }
}
