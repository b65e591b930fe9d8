package org.assistcounter.devices.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.assistcounter.devices.modbus.ModbusRequest.ReadCoils;
import org.assistcounter.devices.modbus.ModbusRequest.ReadInputs;
import org.assistcounter.devices.modbus.ModbusRequest.ReadRegisters;
import org.assistcounter.devices.modbus.ModbusRequest.WriteCoil;
import org.assistcounter.devices.modbus.ModbusRequest.WriteCoils;
import org.assistcounter.devices.modbus.ModbusRequest.WriteRegister;
import org.assistcounter.devices.modbus.ModbusRequest.WriteRegisters;
import org.junit.jupiter.api.Test;

/** Frames: the examples of the specification, and one test for each way of being no answer. */
class ModbusCodecTest {

    private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();
    private static final ReadRegisters READ = new ReadRegisters(0x6B, 1);

    @Test
    void writesTheRequestsOfTheSpecification() {
        assertThat(body(new ReadCoils(0x13, 0x13))).isEqualTo("01 00 13 00 13");
        assertThat(body(new ReadInputs(0xC4, 0x16))).isEqualTo("02 00 C4 00 16");
        assertThat(body(new ReadRegisters(0x6B, 3))).isEqualTo("03 00 6B 00 03");
        assertThat(body(new WriteCoil(0xAC, true))).isEqualTo("05 00 AC FF 00");
        assertThat(body(new WriteRegister(1, 3))).isEqualTo("06 00 01 00 03");
        var coils = List.of(true, false, true, true, false, false, true, true, true, false);
        assertThat(body(new WriteCoils(0x13, coils))).isEqualTo("0F 00 13 00 0A 02 CD 01");
        assertThat(body(new WriteRegisters(1, List.of(0x0A, 0x0102))))
                .isEqualTo("10 00 01 00 02 04 00 0A 01 02");
    }

    /** The worked example of many manuals: 01 03 00 00 00 0A C5 CD. */
    @Test
    void endsAFrameWithItsCrcLowByteFirst() {
        byte[] frame = ModbusCodec.encode(1, new ReadRegisters(0, 10));

        assertThat(HEX.formatHex(frame)).isEqualTo("01 03 00 00 00 0A C5 CD");
        assertThat(Crc16.isSound(frame)).isTrue();
    }

    @Test
    void readsTheAnswersOfTheSpecification() {
        assertThat(answer(new ReadRegisters(0x6B, 3), "03 06 02 2B 00 00 00 64"))
                .isEqualTo(new ModbusAnswer.Registers(List.of(0x022B, 0, 0x64)));
        assertThat(answer(new ReadInputs(0, 10), "02 02 CD 01"))
                .isEqualTo(
                        new ModbusAnswer.Bits(
                                List.of(
                                        true, false, true, true, false, false, true, true, true,
                                        false)));
        assertThat(answer(new WriteRegisters(1, List.of(10, 258)), "10 00 01 00 02"))
                .isEqualTo(new ModbusAnswer.Written());
        assertThat(answer(READ, "83 02")).isEqualTo(new ModbusAnswer.Refused(2));
    }

    @Test
    void refusesAWrongCrc() {
        byte[] frame = framed("03 02 00 01");
        frame[4] ^= 1;

        assertFault(frame, ModbusFault.WRONG_CRC);
    }

    @Test
    void refusesAShortAnswer() {
        assertFault(HEX.parseHex("01 03 02 00"), ModbusFault.TRUNCATED);
    }

    @Test
    void refusesAnAnswerFromAnotherUnit() {
        byte[] frame = framed("03 02 00 01");

        assertThat(ModbusCodec.decode(2, READ, frame))
                .isEqualTo(ModbusCodec.unusable(frame, ModbusFault.OTHER_UNIT));
    }

    @Test
    void refusesAnAnswerToAnotherFunction() {
        assertFault(framed("04 02 00 01"), ModbusFault.OTHER_FUNCTION);
    }

    @Test
    void refusesAByteCountThatIsNotTheOneAskedFor() {
        assertFault(framed("03 04 00 01"), ModbusFault.OTHER_CONTENT);
    }

    @Test
    void refusesAnAnswerThatIsTooLong() {
        assertFault(framed("03 02 00 01 00"), ModbusFault.OTHER_CONTENT);
    }

    @Test
    void refusesTheEchoOfAnotherWrite() {
        var write = new WriteRegister(1, 3);

        assertThat(ModbusCodec.decode(1, write, framed("06 00 01 00 04")))
                .isInstanceOf(ModbusAnswer.Unusable.class);
    }

    private static void assertFault(byte[] frame, ModbusFault fault) {
        assertThat(ModbusCodec.decode(1, READ, frame))
                .isEqualTo(ModbusCodec.unusable(frame, fault));
    }

    private static ModbusAnswer answer(ModbusRequest request, String body) {
        return ModbusCodec.decode(1, request, framed(body));
    }

    private static byte[] framed(String body) {
        byte[] start = HEX.parseHex("01 " + body);
        byte[] frame = java.util.Arrays.copyOf(start, start.length + 2);
        int crc = Crc16.of(start, start.length);
        frame[start.length] = (byte) crc;
        frame[start.length + 1] = (byte) (crc >> 8);
        return frame;
    }

    private static String body(ModbusRequest request) {
        byte[] frame = ModbusCodec.encode(1, request);
        return HEX.formatHex(frame, 1, frame.length - 2);
    }
}
