package org.assistcounter.simulators.carrier;

import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assistcounter.devices.board.VendingBoard;
import org.assistcounter.devices.dispenser.DispenserCommand;
import org.assistcounter.devices.dispenser.DispenserEvent;
import org.assistcounter.devices.line.LineDriver;
import org.assistcounter.devices.locker.LockerBoard;
import org.assistcounter.devices.modbus.ModbusMotorBoard;
import org.assistcounter.devices.modbus.MotorMap;
import org.assistcounter.devices.modbus.MotorState;
import org.assistcounter.devices.spiral.MatrixPins;
import org.assistcounter.devices.spiral.SpiralMatrix;
import org.assistcounter.simulators.board.SelectionCount;
import org.assistcounter.simulators.board.SimulatedVendingBoard;
import org.assistcounter.simulators.locker.SimulatedLockerBoard;
import org.assistcounter.simulators.modbus.SimulatedMotorBoard;
import org.assistcounter.simulators.spiral.SimulatedSpiralMatrix;

/**
 * A kind of dispenser with the other end of its line.
 *
 * @param telling whether a message to the driver is the one that tells how the operation went
 * @param moving whether bytes to the other end hold the command to move
 * @param count what the other end has counted
 * @param wellStatus the status in the evidence of an operation that went well
 */
record Dispenser<T, S>(
        String name,
        Supplier<LineDriver<DispenserCommand, DispenserEvent>> driver,
        Supplier<LineDriver<T, S>> otherEnd,
        int baud,
        Predicate<byte[]> telling,
        Predicate<byte[]> moving,
        Function<S, Count> count,
        int wellStatus) {

    private static final int SELECTION = 5;
    private static final int POLL_MILLIS = 200;

    /** How often the motor or the lock moved, and how many goods could be taken. */
    record Count(long moves, long goods) {}

    static Stream<Dispenser<?, ?>> all() {
        return Stream.of(vendingBoard(), lockers(), modbusMotors(), spirals());
    }

    int selection() {
        return SELECTION;
    }

    @Override
    public String toString() {
        return name;
    }

    /** FA FB 04: the final status "dispensed". */
    private static Dispenser<?, ?> vendingBoard() {
        return new Dispenser<>(
                "FA FB board",
                VendingBoard::new,
                () ->
                        new SimulatedVendingBoard(
                                Map.of(SELECTION, new SelectionCount(3, 0, 0)), POLL_MILLIS),
                57_600,
                frame -> is(frame, 2, 0x04) && is(frame, 5, 0x02),
                frame -> is(frame, 2, 0x06),
                snapshot -> {
                    SelectionCount count =
                            snapshot.selections().getOrDefault(SELECTION, SelectionCount.EMPTY);
                    return new Count(count.turns(), count.drops());
                },
                2);
    }

    /** The first status in which the lock's bit is not set. */
    private static Dispenser<?, ?> lockers() {
        return new Dispenser<>(
                "KR-CU16 lockers",
                () -> new LockerBoard(1),
                SimulatedLockerBoard::new,
                19_200,
                frame -> is(frame, 2, 0x35) && (frame[3] & 1 << SELECTION) == 0,
                frame -> is(frame, 2, 0x31),
                snapshot ->
                        new Count(
                                snapshot.pulses().getOrDefault(SELECTION, 0),
                                snapshot.openDoors().size()),
                0);
    }

    /** The answer to a read of registers whose third byte pair is "delivered". */
    private static Dispenser<?, ?> modbusMotors() {
        return new Dispenser<>(
                "Modbus motors",
                () -> new ModbusMotorBoard(MotorMap.USUAL),
                () -> new SimulatedMotorBoard(MotorMap.USUAL),
                19_200,
                frame -> is(frame, 1, 0x03) && is(frame, 6, MotorState.DELIVERED.code()),
                frame -> is(frame, 1, 0x10),
                snapshot -> new Count(snapshot.turns(), snapshot.drops()),
                MotorState.DELIVERED.code());
    }

    /** The first levels of port B in which a drop is seen. */
    private static Dispenser<?, ?> spirals() {
        return new Dispenser<>(
                "spiral matrix",
                SpiralMatrix::new,
                SimulatedSpiralMatrix::new,
                115_200,
                frame ->
                        is(frame, 0, 'A')
                                && is(frame, 1, MatrixPins.GPIOB)
                                && (frame[2] & MatrixPins.DROP) != 0,
                Dispenser::isMotorOn,
                snapshot -> new Count(snapshot.turns(), snapshot.drops()),
                0);
    }

    /** Several messages may come in one piece; each has four bytes. */
    private static boolean isMotorOn(byte[] bytes) {
        for (int at = 0; at + 2 < bytes.length; at += 4) {
            boolean isOutput = is(bytes, at, 'W') && is(bytes, at + 1, MatrixPins.OLATB);
            if (isOutput && (bytes[at + 2] & MatrixPins.MOTOR_ON) != 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean is(byte[] frame, int at, int value) {
        return frame.length > at && frame[at] == (byte) value;
    }
}
