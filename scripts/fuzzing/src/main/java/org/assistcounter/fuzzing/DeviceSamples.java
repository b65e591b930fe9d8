package org.assistcounter.fuzzing;

import java.util.List;

/** What devices say when they are well, and the files that describe and are devices. */
final class DeviceSamples {
    private static final String WIRING =
            """
            # a counter
            cashless=tcp://127.0.0.1:9101 wafer reader=2
            dispenser=serial:///dev/ttyUSB0 fafb baud=9600
            scanner=serial:///dev/ttyACM0 serial-scanner
            cabinet=pins contacts door=5 power=6 lock=23 light=24
            climate=pins cooling compartment=1 compressor=17 fan=27 heater=22 thermometers=1
            """;

    private static final String THERMOMETER =
            """
            50 05 4b 46 7f ff 0c 10 1c : crc=1c YES
            50 05 4b 46 7f ff 0c 10 1c t=85000
            """;

    private DeviceSamples() {}

    static List<byte[]> reader() {
        return Samples.bytes(
                "00 01 01 01 56 0A 02 05 01", "02 03 03 E8 00 00 00 01 00 00 00", "00 07");
    }

    static List<byte[]> machine() {
        return Samples.bytes(
                "00 11 00 01 00 00 00", "00 13 00 00 19 00 05", "00 13 02 00 05", "00 12");
    }

    static List<byte[]> cash() {
        return Samples.bytes("09", "0B", "0C FF FF FF FF", "0D 12", "0F 05", "33", "36 00 01");
    }

    static List<byte[]> wafer() {
        return Samples.script("10 03 03 E8\r\n", "10 05 00 19\r\n", "00\r\n", "10 07\r\n");
    }

    static List<byte[]> qibixx() {
        return Samples.script(
                "d,STATUS,IDLE\r\n", "d,STATUS,CREDIT,20.0\r\n", "d,STATUS,RESULT,1,2.50\r\n");
    }

    static List<byte[]> boardFrames() {
        return Samples.bytes("FA FB 41 00 40", "FA FB 04 04 01 02 00 05 06");
    }

    static List<byte[]> board() {
        return Samples.bytes("14 FA FB 41 00 40 07 24 FA FB 04 04 01 02 00 05 06 86");
    }

    static List<byte[]> lockerFrames() {
        return Samples.bytes("02 00 31 03 36", "02 00 35 FF FF 00 00 03 38");
    }

    static List<byte[]> lockers() {
        return Samples.bytes("07 24 02 00 35 FF FF 00 00 03 38 86");
    }

    static List<byte[]> modbusFrames() {
        return Samples.bytes("01 06 00 02 02 01 E9 6A", "01 90 03 0C 01");
    }

    static List<byte[]> modbus() {
        return Samples.bytes("07 14 01 90 03 0C 01 86");
    }

    static List<byte[]> spirals() {
        return Samples.bytes("07 10 41 13 00 52 86");
    }

    static List<byte[]> scanner() {
        return Samples.script("130000000000000007\r\n");
    }

    static List<byte[]> wiring() {
        return Samples.texts(WIRING);
    }

    static List<byte[]> thermometers() {
        return Samples.texts(THERMOMETER);
    }
}
