package org.assistcounter.devices.modbus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Frames of requests and answers (application protocol §6.1 to 6.12). */
public final class ModbusCodec {

    private static final int EXCEPTION = 0x80;
    private static final int EXCEPTION_BYTES = 5;
    private static final int WRITTEN_BYTES = 8;
    private static final int HEAD_AND_CRC_BYTES = 5;
    private static final int COIL_ON = 0xFF00;

    private ModbusCodec() {}

    /** The frame of a request. */
    public static byte[] encode(int unit, ModbusRequest request) {
        Frame frame = new Frame().u8(unit).u8(function(request));
        return switch (request) {
            case ModbusRequest.ReadCoils(int at, int count) -> frame.u16(at).u16(count).end();
            case ModbusRequest.ReadInputs(int at, int count) -> frame.u16(at).u16(count).end();
            case ModbusRequest.ReadRegisters(int at, int count) -> frame.u16(at).u16(count).end();
            case ModbusRequest.WriteCoil(int at, boolean on) ->
                    frame.u16(at).u16(on ? COIL_ON : 0).end();
            case ModbusRequest.WriteRegister(int at, int value) -> frame.u16(at).u16(value).end();
            case ModbusRequest.WriteCoils(int at, var on) ->
                    frame.u16(at).u16(on.size()).bits(on).end();
            case ModbusRequest.WriteRegisters(int at, var values) -> {
                frame.u16(at).u16(values.size()).u8(values.size() * 2);
                values.forEach(frame::u16);
                yield frame.end();
            }
        };
    }

    /** How long the answer is, as far as its first bytes tell; an exception is shorter. */
    static int answerBytes(ModbusRequest request, byte[] begun) {
        if (begun.length > 1 && (begun[1] & EXCEPTION) != 0) {
            return EXCEPTION_BYTES;
        }
        return switch (request) {
            case ModbusRequest.ReadCoils(int ignored, int count) ->
                    HEAD_AND_CRC_BYTES + (count + 7) / 8;
            case ModbusRequest.ReadInputs(int ignored, int count) ->
                    HEAD_AND_CRC_BYTES + (count + 7) / 8;
            case ModbusRequest.ReadRegisters(int ignored, int count) ->
                    HEAD_AND_CRC_BYTES + count * 2;
            case ModbusRequest.WriteCoil ignored -> WRITTEN_BYTES;
            case ModbusRequest.WriteRegister ignored -> WRITTEN_BYTES;
            case ModbusRequest.WriteCoils ignored -> WRITTEN_BYTES;
            case ModbusRequest.WriteRegisters ignored -> WRITTEN_BYTES;
        };
    }

    /** What a frame says to a request. */
    public static ModbusAnswer decode(int unit, ModbusRequest request, byte[] frame) {
        int wanted = answerBytes(request, frame);
        if (frame.length < wanted) {
            return unusable(frame, ModbusFault.TRUNCATED);
        }
        if (frame.length > wanted) {
            return unusable(frame, ModbusFault.OTHER_CONTENT);
        }
        if (!Crc16.isSound(frame)) {
            return unusable(frame, ModbusFault.WRONG_CRC);
        }
        if (u8(frame, 0) != unit) {
            return unusable(frame, ModbusFault.OTHER_UNIT);
        }
        if ((u8(frame, 1) & ~EXCEPTION) != function(request)) {
            return unusable(frame, ModbusFault.OTHER_FUNCTION);
        }
        return (frame[1] & EXCEPTION) != 0
                ? new ModbusAnswer.Refused(u8(frame, 2))
                : content(unit, request, frame);
    }

    private static ModbusAnswer content(int unit, ModbusRequest request, byte[] frame) {
        return switch (request) {
            case ModbusRequest.ReadCoils(int ignored, int count) -> bits(frame, count);
            case ModbusRequest.ReadInputs(int ignored, int count) -> bits(frame, count);
            case ModbusRequest.ReadRegisters(int ignored, int count) -> registers(frame, count);
            case ModbusRequest.WriteCoil ignored -> echo(unit, request, frame);
            case ModbusRequest.WriteRegister ignored -> echo(unit, request, frame);
            case ModbusRequest.WriteCoils ignored -> echo(unit, request, frame);
            case ModbusRequest.WriteRegisters ignored -> echo(unit, request, frame);
        };
    }

    private static ModbusAnswer bits(byte[] frame, int count) {
        if (u8(frame, 2) != (count + 7) / 8) {
            return unusable(frame, ModbusFault.OTHER_CONTENT);
        }
        List<Boolean> on = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            on.add((frame[3 + i / 8] >> i % 8 & 1) != 0);
        }
        return new ModbusAnswer.Bits(List.copyOf(on));
    }

    private static ModbusAnswer registers(byte[] frame, int count) {
        if (u8(frame, 2) != count * 2) {
            return unusable(frame, ModbusFault.OTHER_CONTENT);
        }
        List<Integer> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(u8(frame, 3 + i * 2) << 8 | u8(frame, 4 + i * 2));
        }
        return new ModbusAnswer.Registers(List.copyOf(values));
    }

    /** A write is answered by its first six bytes. */
    private static ModbusAnswer echo(int unit, ModbusRequest request, byte[] frame) {
        byte[] asked = encode(unit, request);
        return Arrays.equals(asked, 0, 6, frame, 0, 6)
                ? new ModbusAnswer.Written()
                : unusable(frame, ModbusFault.OTHER_CONTENT);
    }

    private static int function(ModbusRequest request) {
        return switch (request) {
            case ModbusRequest.ReadCoils ignored -> 0x01;
            case ModbusRequest.ReadInputs ignored -> 0x02;
            case ModbusRequest.ReadRegisters ignored -> 0x03;
            case ModbusRequest.WriteCoil ignored -> 0x05;
            case ModbusRequest.WriteRegister ignored -> 0x06;
            case ModbusRequest.WriteCoils ignored -> 0x0F;
            case ModbusRequest.WriteRegisters ignored -> 0x10;
        };
    }

    static ModbusAnswer.Unusable unusable(byte[] bytes, ModbusFault fault) {
        return new ModbusAnswer.Unusable(
                HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes), fault);
    }

    private static int u8(byte[] bytes, int at) {
        return Byte.toUnsignedInt(bytes[at]);
    }

    /** A frame being written. */
    private static final class Frame {

        private byte[] bytes = new byte[0];

        Frame u8(int value) {
            bytes = Arrays.copyOf(bytes, bytes.length + 1);
            bytes[bytes.length - 1] = (byte) value;
            return this;
        }

        Frame u16(int value) {
            return u8(value >> 8).u8(value);
        }

        Frame bits(List<Boolean> on) {
            int count = (on.size() + 7) / 8;
            u8(count);
            for (int i = 0; i < count * 8; i += 8) {
                int octet = 0;
                for (int bit = 0; bit < 8 && i + bit < on.size(); bit++) {
                    octet |= on.get(i + bit) ? 1 << bit : 0;
                }
                u8(octet);
            }
            return this;
        }

        byte[] end() {
            int crc = Crc16.of(bytes, bytes.length);
            return u8(crc).u8(crc >> 8).bytes;
        }
    }
}
