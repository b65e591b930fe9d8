package org.assistcounter.counter.devices;

import java.time.LocalDateTime;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.assistcounter.counter.sale.Input;
import org.assistcounter.devices.board.VendingBoard;
import org.assistcounter.devices.cabinet.CabinetCommand;
import org.assistcounter.devices.cabinet.CabinetEvent;
import org.assistcounter.devices.cabinet.CabinetLines;
import org.assistcounter.devices.cabinet.CabinetSettings;
import org.assistcounter.devices.cashless.CashlessCommand;
import org.assistcounter.devices.cashless.CashlessEvent;
import org.assistcounter.devices.climate.ClimateCommand;
import org.assistcounter.devices.climate.ClimateEvent;
import org.assistcounter.devices.dispenser.DispenserCommand;
import org.assistcounter.devices.dispenser.DispenserEvent;
import org.assistcounter.devices.line.Backoff;
import org.assistcounter.devices.line.LineDriver;
import org.assistcounter.devices.line.LineRunner;
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
import org.assistcounter.devices.scanner.ScannerFault;
import org.assistcounter.devices.scanner.SerialScanner;
import org.assistcounter.devices.wiring.CabinetWiring;
import org.assistcounter.devices.wiring.Dialect;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a cabinet, each with its own thread. Events are only enqueued here, so that a poll
 * is answered at once however long the disk takes.
 */
public final class DeviceLines {
    private final @Nullable LineRunner<CashlessCommand, CashlessEvent> reader;
    private final @Nullable LineRunner<DispenserCommand, DispenserEvent> dispenser;
    private final @Nullable LineRunner<ScannerCommand, ScannerEvent> scanner;
    private final @Nullable LineRunner<CabinetCommand, CabinetEvent> cabinet;
    private final int itemsAtOnce;
    private final @Nullable LineRunner<ClimateCommand, ClimateEvent> climate;
    private final Consumer<Input> inputs;
    private final Supplier<LocalDateTime> localTime;
    private boolean isCodeAwaited;

    /**
     * @param inputs takes events on the lines' threads
     * @param bugs told when a driver fails in a way it must not; the process is to stop
     * @param localTime the time at the counter, for a reader that asks
     */
    public DeviceLines(
            CabinetWiring wiring,
            Consumer<Input> inputs,
            Consumer<Throwable> bugs,
            Supplier<LocalDateTime> localTime) {
        this.localTime = localTime;
        this.inputs = inputs;
        this.reader =
                wiring.cashless()
                        .map(wire ->
                                new LineRunner<>(
                                        "reader-line",
                                        wire.opener(),
                                        cashless(wire),
                                        this::readerSaid,
                                        bugs,
                                        Backoff.OF_DEVICES))
                        .orElse(null);
        this.dispenser =
                wiring.dispenser()
                        .map(wire ->
                                new LineRunner<>(
                                        "dispenser-line",
                                        wire.opener(),
                                        dispenser(wire),
                                        event -> inputs.accept(new Input.DispenserSaid(event)),
                                        bugs,
                                        Backoff.OF_DEVICES))
                        .orElse(null);
        this.itemsAtOnce =
                wiring.dispenser().map(wire -> wire.value(Dialect.Dispenser.BASKET)).orElse(1);
        this.cabinet = wiring.cabinet().map(wire -> cabinet(wire, inputs, bugs)).orElse(null);
        this.climate =
                wiring.climate().map(wire -> ClimateWire.runner(wire, inputs, bugs)).orElse(null);
        this.scanner = wiring.scanner().map(wire -> scanner(wire, inputs, bugs)).orElse(null);
    }

    /** What time it is is no business of a sale. */
    private void readerSaid(CashlessEvent event) {
        if (event instanceof CashlessEvent.TimeWanted) {
            command(new CashlessCommand.TellTime(MdbTime.bcd(localTime.get())));
        } else {
            inputs.accept(new Input.ReaderSaid(event));
        }
    }

    private static LineDriver<DispenserCommand, DispenserEvent> dispenser(
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
        };
    }

    private static LineDriver<CashlessCommand, CashlessEvent> cashless(
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

    private static LineRunner<CabinetCommand, CabinetEvent> cabinet(
            CabinetWiring.Wire<Dialect.Cabinet> wire,
            Consumer<Input> inputs,
            Consumer<Throwable> bugs) {
        return new LineRunner<>(
                "cabinet-line",
                wire.opener(),
                new CabinetLines(CabinetSettings.USUAL),
                event -> inputs.accept(new Input.CabinetSaid(event)),
                bugs,
                Backoff.OF_DEVICES);
    }

    private static LineRunner<ScannerCommand, ScannerEvent> scanner(
            CabinetWiring.Wire<Dialect.Scanner> wire,
            Consumer<Input> inputs,
            Consumer<Throwable> bugs) {
        CodeEnd end =
                switch (wire.dialect()) {
                    case SERIAL_SCANNER -> CodeEnd.LINE_END;
                    case BARE_SCANNER -> CodeEnd.PAUSE;
                };
        return new LineRunner<>(
                "scanner-line",
                wire.opener(),
                new SerialScanner(end),
                event -> inputs.accept(input(event)),
                bugs,
                Backoff.OF_DEVICES);
    }

    private static Input input(ScannerEvent event) {
        return switch (event) {
            case ScannerEvent.ScannerReady _ -> new Input.ScannerReady(true);
            case ScannerEvent.ScannerLost _ -> new Input.ScannerReady(false);
            case ScannerEvent.CodeScanned(String text) -> new Input.ScannedCode(text);
            case ScannerEvent.Garbled(ScannerFault fault, int byteCount) ->
                    new Input.Refused("scanner", fault.words(), byteCount + " bytes");
        };
    }

    public void start() {
        inputs.accept(new Input.ItemsAtOnce(itemsAtOnce));
        if (reader != null) {
            reader.start();
        }
        if (dispenser != null) {
            dispenser.start();
        }
        if (scanner != null) {
            scanner.start();
        }
        if (cabinet != null) {
            inputs.accept(new Input.CabinetWired());
            cabinet.start();
            cabinet.command(new CabinetCommand.SetOpening(true));
        }
        if (climate != null) {
            climate.start();
        }
    }

    /** A counter without a reader has nothing to command; no sale offers its card. */
    public void command(CashlessCommand command) {
        if (reader != null) {
            reader.command(command);
        }
    }

    public void command(DispenserCommand command) {
        if (dispenser != null) {
            dispenser.command(command);
        }
    }

    public void command(ClimateCommand command) {
        if (climate != null) {
            climate.command(command);
        }
    }

    /**
     * Whether a code may pay now. Called by the core's thread with each state; the scanner hears of
     * changes only. A counter without a scanner awaits nothing.
     */
    public void awaitCode(boolean awaited) {
        if (scanner != null && awaited != isCodeAwaited) {
            isCodeAwaited = awaited;
            scanner.command(awaited ? new ScannerCommand.Await() : new ScannerCommand.Ignore());
        }
    }

    public void stop() {
        if (reader != null) {
            reader.close();
        }
        if (dispenser != null) {
            dispenser.close();
        }
        if (scanner != null) {
            scanner.close();
        }
        if (cabinet != null) {
            cabinet.close();
        }
        if (climate != null) {
            climate.close();
        }
    }
}
