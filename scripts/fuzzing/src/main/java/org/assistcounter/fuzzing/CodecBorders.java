package org.assistcounter.fuzzing;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import org.assistcounter.devices.board.BoardCodec;
import org.assistcounter.devices.board.BoardFrameReader;
import org.assistcounter.devices.board.BoardReading;
import org.assistcounter.devices.cash.ChangerCommand;
import org.assistcounter.devices.cash.ChangerCommandCodec;
import org.assistcounter.devices.cash.ChangerMessageDecoder;
import org.assistcounter.devices.cash.ValidatorCommand;
import org.assistcounter.devices.cash.ValidatorCommandCodec;
import org.assistcounter.devices.cash.ValidatorMessageDecoder;
import org.assistcounter.devices.locker.LockerFrames;
import org.assistcounter.devices.locker.LockerReading;
import org.assistcounter.devices.mdb.CashlessAddress;
import org.assistcounter.devices.mdb.Decoded;
import org.assistcounter.devices.mdb.ReaderMessage;
import org.assistcounter.devices.mdb.ReaderMessageDecoder;
import org.assistcounter.devices.mdb.ReaderMessageEncoder;
import org.assistcounter.devices.mdb.SessionForm;
import org.assistcounter.devices.mdb.VmcMessage;
import org.assistcounter.devices.mdb.VmcMessageCodec;
import org.assistcounter.devices.modbus.ModbusAnswer;
import org.assistcounter.devices.modbus.ModbusCodec;
import org.assistcounter.devices.modbus.ModbusRequest;

/** Bytes to messages and back: what is understood is written as the very same bytes. */
final class CodecBorders {
    private static final List<SessionForm> FORMS =
            List.of(
                    new SessionForm(1, 0),
                    new SessionForm(2, 32),
                    new SessionForm(3, 16),
                    new SessionForm(3, 32, true),
                    SessionForm.UNKNOWN);
    private static final List<ModbusRequest> REQUESTS =
            List.of(
                    new ModbusRequest.ReadCoils(0, 11),
                    new ModbusRequest.ReadInputs(3, 8),
                    new ModbusRequest.ReadRegisters(0x20, 4),
                    new ModbusRequest.WriteCoil(1, true),
                    new ModbusRequest.WriteRegister(2, 513),
                    new ModbusRequest.WriteCoils(2, List.of(true, false, true)),
                    new ModbusRequest.WriteRegisters(0x10, List.of(7, 5)));

    private CodecBorders() {}

    /** The first byte chooses the form that was agreed on, and the rest is a block of a reader. */
    static void reader(byte[] bytes) {
        if (bytes.length == 0) {
            return;
        }
        SessionForm form = FORMS.get(Byte.toUnsignedInt(bytes[0]) % FORMS.size());
        byte[] block = Arrays.copyOfRange(bytes, 1, bytes.length);
        if (ReaderMessageDecoder.decode(block, form)
                        instanceof Decoded.Understood<List<ReaderMessage>>(var messages)
                && form.level() > 0) {
            ByteArrayOutputStream again = new ByteArrayOutputStream();
            for (ReaderMessage message : messages) {
                again.writeBytes(ReaderMessageEncoder.encode(message, form));
            }
            Require.sameBytes(again.toByteArray(), block, "a block is written as it was read");
        }
    }

    static void machine(byte[] bytes) {
        if (bytes.length == 0) {
            return;
        }
        SessionForm form = FORMS.get(Byte.toUnsignedInt(bytes[0]) % FORMS.size());
        byte[] block = Arrays.copyOfRange(bytes, 1, bytes.length);
        for (CashlessAddress address : CashlessAddress.values()) {
            if (VmcMessageCodec.decode(block, form, address)
                            instanceof Decoded.Understood<VmcMessage>(var message)
                    && form.level() > 0) {
                Require.sameBytes(
                        VmcMessageCodec.encode(message, form, address),
                        block,
                        "a command is written as it was read");
                int length = VmcMessageCodec.lengthOf(block, block.length, form);
                Require.that(length == 0 || length == block.length, "its length was foretold");
            }
        }
    }

    /** Any odd number keeps a bill in escrow, so here other bytes may say the same. */
    static void cash(byte[] bytes) {
        Decoded<ChangerCommand> toChanger = ChangerCommandCodec.decode(bytes);
        if (toChanger instanceof Decoded.Understood<ChangerCommand>(var command)) {
            Require.same(
                    ChangerCommandCodec.decode(ChangerCommandCodec.encode(command)),
                    toChanger,
                    "a command is read as it was written");
        }
        Decoded<ValidatorCommand> toValidator = ValidatorCommandCodec.decode(bytes);
        if (toValidator instanceof Decoded.Understood<ValidatorCommand>(var command)) {
            Require.same(
                    ValidatorCommandCodec.decode(ValidatorCommandCodec.encode(command)),
                    toValidator,
                    "a command is read as it was written");
        }
        ChangerMessageDecoder.decode(bytes, new ChangerCommand.Poll());
        ChangerMessageDecoder.decode(bytes, new ChangerCommand.Setup());
        ChangerMessageDecoder.decode(bytes, new ChangerCommand.TubeStatus());
        ChangerMessageDecoder.decode(bytes, new ChangerCommand.RequestId());
        ValidatorMessageDecoder.decode(bytes, new ValidatorCommand.Poll());
        ValidatorMessageDecoder.decode(bytes, new ValidatorCommand.Setup());
    }

    /** In one piece or byte by byte, the same is read, and what is said is written the same. */
    static void board(byte[] bytes) {
        List<BoardReading> whole = new BoardFrameReader().received(bytes);
        BoardFrameReader slow = new BoardFrameReader();
        List<BoardReading> said = new java.util.ArrayList<>();
        for (byte each : bytes) {
            said.addAll(slow.received(new byte[] {each}));
        }
        Require.same(said(said), said(whole), "portions do not matter");
        for (BoardReading reading : said(whole)) {
            if (reading instanceof BoardReading.Said(var message)) {
                Require.same(
                        new BoardFrameReader().received(BoardCodec.encode(message)),
                        List.of(reading),
                        "a message is read as it was written");
            }
        }
    }

    private static List<BoardReading> said(List<BoardReading> readings) {
        return readings.stream().filter(BoardReading.Said.class::isInstance).toList();
    }

    static void lockers(byte[] bytes) {
        for (int length : List.of(LockerFrames.REQUEST_BYTES, LockerFrames.ANSWER_BYTES)) {
            List<LockerReading> whole = said(new LockerFrames(length), bytes);
            LockerFrames slow = new LockerFrames(length);
            List<LockerReading> slowly = new java.util.ArrayList<>();
            for (byte each : bytes) {
                slowly.addAll(said(slow, new byte[] {each}));
            }
            Require.same(slowly, whole, "portions do not matter");
            for (LockerReading reading : whole) {
                if (reading instanceof LockerReading.Said(var message)) {
                    Require.same(
                            said(new LockerFrames(length), LockerFrames.encode(message)),
                            List.of(reading),
                            "a message is read as it was written");
                }
            }
        }
    }

    private static List<LockerReading> said(LockerFrames frames, byte[] bytes) {
        return frames.received(bytes).stream()
                .filter(LockerReading.Said.class::isInstance)
                .toList();
    }

    static void modbus(byte[] bytes) {
        for (ModbusRequest request : REQUESTS) {
            ModbusAnswer answer = ModbusCodec.decode(1, request, bytes);
            switch (answer) {
                case ModbusAnswer.Bits(var on) ->
                        Require.that(on.size() == 11 || on.size() == 8, "as many as asked for");
                case ModbusAnswer.Registers(var values) ->
                        Require.same(values.size(), 4, "as many as asked for");
                case ModbusAnswer.Refused(int code) ->
                        Require.that(code >= 0 && code <= 255, "a code is a byte");
                case ModbusAnswer.Written(), ModbusAnswer.Unusable(_, _) -> {}
            }
        }
    }
}
