package org.assistcounter.counter.devices;

import org.assistcounter.devices.board.VendingBoard;
import org.assistcounter.devices.cabinet.CabinetCommand;
import org.assistcounter.devices.cabinet.CabinetEvent;
import org.assistcounter.devices.cabinet.CabinetLines;
import org.assistcounter.devices.cabinet.CabinetSettings;
import org.assistcounter.devices.cashless.CashlessCommand;
import org.assistcounter.devices.cashless.CashlessEvent;
import org.assistcounter.devices.dispenser.DispenserCommand;
import org.assistcounter.devices.dispenser.DispenserEvent;
import org.assistcounter.devices.line.LineDriver;
import org.assistcounter.devices.locker.LockerBoard;
import org.assistcounter.devices.mdb.CashlessAddress;
import org.assistcounter.devices.mdb.CashlessSettings;
import org.assistcounter.devices.mdb.WaferCashless;
import org.assistcounter.devices.modbus.ModbusMotorBoard;
import org.assistcounter.devices.modbus.MotorMap;
import org.assistcounter.devices.qibixx.QibixxCashless;
import org.assistcounter.devices.scanner.CodeEnd;
import org.assistcounter.devices.scanner.ScannerCommand;
import org.assistcounter.devices.scanner.ScannerEvent;
import org.assistcounter.devices.scanner.SerialScanner;
import org.assistcounter.devices.spiral.SpiralMatrix;
import org.assistcounter.devices.wiring.CabinetWiring;
import org.assistcounter.devices.wiring.Dialect;

/** The driver for each line of a wiring: for the agent, and for whoever checks the same devices. */
public final class Drivers {

    private Drivers() {}

    /** What turns motors or opens lockers. */
    public static LineDriver<DispenserCommand, DispenserEvent> dispenser(
            CabinetWiring.Wire<Dialect.Dispenser> wire) {
        return switch (wire.dialect()) {
            case FAFB -> new VendingBoard();
            case KR_CU16 -> new LockerBoard(wire.value(Dialect.Dispenser.BOARDS));
            case MODBUS_MOTORS ->
                    new ModbusMotorBoard(
                            new MotorMap(
                                    wire.value(Dialect.Dispenser.UNIT),
                                    wire.value(Dialect.Dispenser.COMMAND),
                                    wire.value(Dialect.Dispenser.STATUS)));
            case SPIRALS -> new SpiralMatrix();
        };
    }

    /** What takes cards. */
    public static LineDriver<CashlessCommand, CashlessEvent> cashless(
            CabinetWiring.Wire<Dialect.Cashless> wire) {
        return switch (wire.dialect()) {
            case WAFER ->
                    new WaferCashless(
                            new CashlessSettings(
                                    wire.value(Dialect.Cashless.READER) == 1
                                            ? CashlessAddress.FIRST
                                            : CashlessAddress.SECOND,
                                    wire.value(Dialect.Cashless.ALWAYS_IDLE) == 1));
            case QIBIXX -> new QibixxCashless();
        };
    }

    /** What reads codes. */
    public static LineDriver<ScannerCommand, ScannerEvent> scanner(
            CabinetWiring.Wire<Dialect.Scanner> wire) {
        return new SerialScanner(
                switch (wire.dialect()) {
                    case SERIAL_SCANNER -> CodeEnd.LINE_END;
                    case BARE_SCANNER -> CodeEnd.PAUSE;
                });
    }

    /** Door, mains, lock and light. */
    public static LineDriver<CabinetCommand, CabinetEvent> cabinet() {
        return new CabinetLines(CabinetSettings.USUAL);
    }
}
