package org.assistcounter.fuzzing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.assistcounter.devices.board.VendingBoard;
import org.assistcounter.devices.dispenser.DispenserCommand;
import org.assistcounter.devices.dispenser.DispenserEvent;
import org.assistcounter.devices.line.LineDriver;
import org.assistcounter.devices.locker.LockerBoard;
import org.assistcounter.devices.modbus.ModbusMotorBoard;
import org.assistcounter.devices.modbus.MotorMap;
import org.assistcounter.devices.spiral.SpiralMatrix;
import org.assistcounter.simulators.board.SelectionCount;
import org.assistcounter.simulators.board.SimulatedVendingBoard;
import org.assistcounter.simulators.locker.SimulatedLockerBoard;
import org.assistcounter.simulators.modbus.SimulatedMotorBoard;
import org.assistcounter.simulators.spiral.SimulatedSpiralMatrix;

/**
 * A dispenser's driver between its board and made-up bytes: each turn that was commanded ends once,
 * and when the noise is over the board is found well and turns a motor.
 */
final class DispenserBorders {
    private static final int SELECTION = 5;
    private static final long CALM_MILLIS = 60_000;
    private static final long DEADLINE_MAX = 600_000;

    private DispenserBorders() {}

    static Border vendingBoard() {
        SelectionCount goods = new SelectionCount(1_000, 0, 0);
        return bytes ->
                judge(
                        bytes,
                        VendingBoard::new,
                        new SimulatedVendingBoard(Map.of(SELECTION, goods), 200));
    }

    static Border lockers() {
        return bytes -> judge(bytes, () -> new LockerBoard(1), new SimulatedLockerBoard());
    }

    static Border modbusMotors() {
        return bytes ->
                judge(
                        bytes,
                        () -> new ModbusMotorBoard(MotorMap.USUAL),
                        new SimulatedMotorBoard(MotorMap.USUAL));
    }

    static Border spirals() {
        return bytes -> judge(bytes, SpiralMatrix::new, new SimulatedSpiralMatrix());
    }

    private static <T, S> void judge(
            byte[] bytes,
            Supplier<LineDriver<DispenserCommand, DispenserEvent>> driver,
            LineDriver<T, S> board) {
        Owner owner = new Owner(new Conversation<>(driver.get(), board));
        Script script = new Script(bytes);
        while (script.goesOn()) {
            switch (script.next()) {
                case Script.Step.Bytes step -> owner.line.put(step.copy());
                case Script.Step.Pause step -> owner.line.run(step.millis());
                case Script.Step.Wish _ -> owner.turnOnce();
            }
            owner.listen();
            Require.that(owner.line.deadlineIn() <= DEADLINE_MAX, "the board is asked after");
        }
        owner.line.run(CALM_MILLIS);
        owner.listen();
        Require.that(owner.isReady, "the board is found well again");
        Require.that(owner.isIdle(), "each turn ends");
        owner.turnOnce();
        owner.line.run(CALM_MILLIS);
        owner.listen();
        Require.that(owner.isIdle(), "a motor turns again");
    }

    /** Commands one turn at a time, as a sale does. */
    private static final class Owner {
        private final Conversation<DispenserCommand, DispenserEvent, ?, ?> line;
        private final Map<Long, Integer> ends = new HashMap<>();
        private final List<Long> commanded = new ArrayList<>();
        private boolean isReady;

        Owner(Conversation<DispenserCommand, DispenserEvent, ?, ?> line) {
            this.line = line;
        }

        boolean isIdle() {
            return ends.size() == commanded.size();
        }

        void turnOnce() {
            if (isReady && isIdle()) {
                commanded.add(commanded.size() + 1L);
                line.command(new DispenserCommand.TurnMotor(commanded.getLast(), SELECTION));
            }
        }

        void listen() {
            for (DispenserEvent event : line.heard()) {
                switch (event) {
                    case DispenserEvent.BoardReady _ -> isReady = true;
                    case DispenserEvent.BoardLost _ -> isReady = false;
                    case DispenserEvent.TurnStarted started ->
                            Require.that(
                                    commanded.contains(started.commandNumber()),
                                    "only what was commanded begins");
                    case DispenserEvent.TurnEnded ended -> end(ended.commandNumber());
                    case DispenserEvent.Garbled garbled ->
                            Require.that(!garbled.reason().isEmpty(), "a reason is given");
                }
            }
        }

        private void end(long number) {
            Require.that(commanded.contains(number), "only what was commanded ends");
            Require.same(ends.merge(number, 1, Integer::sum), 1, "a turn ends once");
        }
    }
}
