package org.assistcounter.devices.modbus;

import java.util.ArrayList;
import java.util.List;
import org.assistcounter.devices.dispenser.DispenserCommand;
import org.assistcounter.devices.dispenser.DispenserEvent;
import org.assistcounter.devices.dispenser.SelfTest;
import org.assistcounter.devices.dispenser.TurnEvidence;
import org.assistcounter.devices.line.LineDriver;
import org.assistcounter.devices.line.LineOutput;
import org.jspecify.annotations.Nullable;

/**
 * A motor board on Modbus RTU. A turn is one write of ticket and selection, sent once; whatever the
 * answer to it, the status is asked for until it tells. The status with our ticket is the turn's;
 * with the ticket from before the command, twice after the write, the command was never taken; with
 * any other the board has forgotten and the evidence is lost.
 */
public final class ModbusMotorBoard implements LineDriver<DispenserCommand, DispenserEvent> {

    private static final long IDLE_MILLIS = 1_000;
    private static final long BUSY_MILLIS = 200;
    private static final long SILENCE_MILLIS = 3_500;

    private final MotorMap map;
    private final ModbusExchange exchange;
    private final List<byte[]> sends = new ArrayList<>();
    private final List<DispenserEvent> events = new ArrayList<>();
    private @Nullable MotorTurn turn;
    private boolean isOpen;
    private boolean isWriting;
    private SelfTest sensor = SelfTest.UNKNOWN;
    private long askAt = Long.MAX_VALUE;
    private long heardAt;

    public ModbusMotorBoard(MotorMap map) {
        this.map = map;
        this.exchange = new ModbusExchange(map.unit());
    }

    @Override
    public LineOutput<DispenserEvent> opened(long nowMillis) {
        isOpen = true;
        heardAt = nowMillis;
        askAt = nowMillis + BUSY_MILLIS;
        exchange.forget();
        return output();
    }

    @Override
    public LineOutput<DispenserEvent> closed(long nowMillis) {
        isOpen = false;
        exchange.forget();
        MotorTurn under = turn;
        if (under != null && under.isSent()) {
            end(under, under.lost());
        }
        lose("the line is gone");
        return output();
    }

    @Override
    public LineOutput<DispenserEvent> received(byte[] bytes, long nowMillis) {
        exchange.received(bytes, nowMillis).ifPresent(answer -> answered(answer, nowMillis));
        return output();
    }

    @Override
    public LineOutput<DispenserEvent> commanded(DispenserCommand command, long nowMillis) {
        switch (command) {
            case DispenserCommand.TurnMotor(long number, int selection) -> {
                if (turn != null) {
                    throw new IllegalStateException("One turn at a time: " + command);
                }
                if (selection < 0 || selection > 0xFFFF) {
                    throw new IllegalArgumentException("No such selection: " + selection);
                }
                turn = new MotorTurn(number, selection, sensor, nowMillis);
                askAt = Math.min(askAt, nowMillis);
            }
        }
        return output();
    }

    @Override
    public LineOutput<DispenserEvent> elapsed(long nowMillis) {
        exchange.elapsed(nowMillis).ifPresent(answer -> answered(answer, nowMillis));
        MotorTurn under = turn;
        if (under != null && nowMillis >= under.limitAt()) {
            end(under, under.atLimit());
        }
        if (isOpen && sensor != SelfTest.UNKNOWN && nowMillis >= heardAt + SILENCE_MILLIS) {
            lose("no answer for " + SILENCE_MILLIS + " ms");
        }
        if (isOpen && nowMillis >= askAt && exchange.isFree(nowMillis)) {
            ask(nowMillis);
        }
        return output();
    }

    @Override
    public long deadlineMillis() {
        MotorTurn under = turn;
        long limit = under == null ? Long.MAX_VALUE : under.limitAt();
        if (!isOpen) {
            return limit;
        }
        long line =
                exchange.isAsking()
                        ? exchange.deadlineMillis()
                        : Math.max(askAt, exchange.freeAt());
        long silence = sensor == SelfTest.UNKNOWN ? Long.MAX_VALUE : heardAt + SILENCE_MILLIS;
        return Math.min(limit, Math.min(line, silence));
    }

    private void ask(long now) {
        MotorTurn under = turn;
        askAt = now + (under == null ? IDLE_MILLIS : BUSY_MILLIS);
        isWriting = under != null && under.mayBeSent();
        if (under != null && isWriting) {
            under.sent(now);
            var values = List.of(under.ticket(), under.selection());
            sends.add(
                    exchange.ask(
                            new ModbusRequest.WriteRegisters(map.commandRegister(), values), now));
        } else {
            sends.add(
                    exchange.ask(
                            new ModbusRequest.ReadRegisters(
                                    map.statusRegister(), MotorMap.STATUS_REGISTERS),
                            now));
        }
    }

    private void answered(ModbusAnswer answer, long now) {
        switch (answer) {
            case ModbusAnswer.Written() -> {
                heardAt = now;
                started();
            }
            case ModbusAnswer.Registers(var values) -> {
                heardAt = now;
                status(values.get(0), values.get(1), values.get(2), now);
            }
            case ModbusAnswer.Refused refused -> refused(refused, now);
            case ModbusAnswer.Unusable(String hex, ModbusFault fault) -> {
                if (!ModbusExchange.isSilence(answer)) {
                    events.add(new DispenserEvent.Garbled(hex, fault.words()));
                }
            }
            case ModbusAnswer.Bits ignored -> {}
        }
    }

    private void refused(ModbusAnswer.Refused refused, long now) {
        heardAt = now;
        events.add(new DispenserEvent.Garbled("", "exception " + refused.code()));
        MotorTurn under = turn;
        if (isWriting && under != null && refused.isCertain()) {
            end(under, under.notTaken());
        }
    }

    private void status(int ticket, int code, int selfTest, long now) {
        SelfTest before = sensor;
        sensor = selfTest == 0 ? SelfTest.GOOD : SelfTest.BAD;
        if (before != sensor) {
            events.add(new DispenserEvent.BoardReady(sensor));
        }
        MotorTurn under = turn;
        if (under != null) {
            MotorState.of(code).ifPresent(state -> seen(under, ticket, state, now));
        }
    }

    private void seen(MotorTurn under, int ticket, MotorState state, long now) {
        if (!under.isSent()) {
            under.seenBefore(ticket, state, sensor);
            askAt = under.mayBeSent() ? now : askAt;
            return;
        }
        if (under.isTakenBy(ticket)) {
            started();
        }
        TurnEvidence evidence = under.seenAfter(ticket, state, sensor);
        if (evidence != null) {
            end(under, evidence);
        }
    }

    private void started() {
        MotorTurn under = turn;
        if (under != null && under.start()) {
            events.add(new DispenserEvent.TurnStarted(under.commandNumber()));
        }
    }

    private void lose(String reason) {
        if (sensor != SelfTest.UNKNOWN) {
            events.add(new DispenserEvent.BoardLost(reason));
        }
        sensor = SelfTest.UNKNOWN;
    }

    private void end(MotorTurn under, TurnEvidence evidence) {
        events.add(new DispenserEvent.TurnEnded(under.commandNumber(), evidence));
        turn = null;
    }

    private LineOutput<DispenserEvent> output() {
        return LineOutput.drained(sends, events);
    }
}
