package org.assistcounter.devices.climate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** What sensors say: values of the data sheets, and one test for each way of being none. */
class SensorTest {

    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

    /** Data sheet table 1: 07D0 is 125, 0191 is 25.0625, FF5E is -10.125. */
    @Test
    void readsTheTemperaturesOfTheDs18b20sDataSheet() {
        assertThat(scratchpad("d0 07")).isEqualTo(new SensorReading.Measured(125_000));
        assertThat(scratchpad("91 01")).isEqualTo(new SensorReading.Measured(25_062));
        assertThat(scratchpad("5e ff")).isEqualTo(new SensorReading.Measured(-10_125));
    }

    /** A text that is in many descriptions of the kernel's driver. */
    @Test
    void readsTheKernelsText() {
        String text =
                "72 01 4b 46 7f ff 0e 10 57 : crc=57 YES\n72 01 4b 46 7f ff 0e 10 57 t=23125\n";

        assertThat(Ds18b20.ofText(text)).isEqualTo(new SensorReading.Measured(23_125));
    }

    @Test
    void refusesTheKernelsNo() {
        String text =
                "72 01 4b 46 7f ff 0e 10 57 : crc=11 NO\n72 01 4b 46 7f ff 0e 10 57 t=23125\n";

        assertFault(Ds18b20.ofText(text), SensorFault.WRONG_CRC);
    }

    @Test
    void refusesAWrongCrcAlthoughTheKernelSaysYes() {
        String text =
                "72 01 4b 46 7f ff 0e 10 58 : crc=58 YES\n72 01 4b 46 7f ff 0e 10 58 t=23125\n";

        assertFault(Ds18b20.ofText(text), SensorFault.WRONG_CRC);
    }

    @Test
    void refusesATextOfAnotherForm() {
        assertFault(Ds18b20.ofText(""), SensorFault.WRONG_FORM);
        assertFault(Ds18b20.ofText("t=23125"), SensorFault.WRONG_FORM);
    }

    @Test
    void refusesThePowerOnValue() {
        assertFault(scratchpad("50 05"), SensorFault.POWER_ON_VALUE);
    }

    @Test
    void refusesAShortedBusAlthoughItsCrcIsRight() {
        assertFault(Ds18b20.ofScratchpad(new byte[9]), SensorFault.SHORTED);
    }

    @Test
    void refusesATemperatureOutOfRange() {
        assertFault(scratchpad("00 7f"), SensorFault.OUT_OF_RANGE);
    }

    @Test
    void refusesAShortScratchpad() {
        assertFault(Ds18b20.ofScratchpad(new byte[8]), SensorFault.WRONG_FORM);
    }

    /** The data sheet's CRC example: BEEF has 92. */
    @Test
    void readsAnSht3x() {
        assertThat(Sht3x.decode(HEX.parseHex("be ef 92 be ef 92")))
                .isEqualTo(new SensorReading.MeasuredAir(85_523, 745));
    }

    @Test
    void refusesAWrongCrcOfEitherWord() {
        assertFault(Sht3x.decode(HEX.parseHex("be ef 93 be ef 92")), SensorFault.WRONG_CRC);
        assertFault(Sht3x.decode(HEX.parseHex("be ef 92 be ef 93")), SensorFault.WRONG_CRC);
    }

    @Test
    void refusesAnSht3xsShortAnswer() {
        assertFault(Sht3x.decode(new byte[5]), SensorFault.WRONG_FORM);
    }

    private static void assertFault(SensorReading reading, SensorFault fault) {
        assertThat(reading).isEqualTo(new SensorReading.Unusable(fault));
    }

    private static SensorReading scratchpad(String raw) {
        byte[] bytes = HEX.parseHex(raw + " 4b 46 7f ff 0c 10 00");
        bytes[8] = (byte) Ds18b20.crc(bytes, 8);
        return Ds18b20.ofScratchpad(bytes);
    }
}
