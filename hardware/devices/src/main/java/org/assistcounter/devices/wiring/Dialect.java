package org.assistcounter.devices.wiring;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.assistcounter.devices.cabinet.CabinetPins;
import org.assistcounter.devices.climate.ClimatePins;
import org.assistcounter.devices.locker.LockerBoard;
import org.assistcounter.devices.modbus.MotorMap;
import org.assistcounter.devices.spiral.ExpanderAddress;
import org.assistcounter.devices.spiral.MatrixPins;

/** What is spoken on a line, for which kind of device, and at which speed on a serial one. */
public sealed interface Dialect {

    /** What card terminals speak. */
    enum Cashless implements Dialect {
        /** A cashless reader behind a Wafer-type MDB-RS232 box. */
        WAFER(9_600),
        /** A cashless reader behind a Qibixx box, ASCII lines. */
        QIBIXX(115_200);

        /** Which of the two readers on the bus: 1 at 10h, 2 at 60h. */
        public static final Option READER = new Option("reader", 1, 2, 1);

        /** Whether a reader that can is told the price before a card is there: 1 for yes. */
        public static final Option ALWAYS_IDLE = new Option("always-idle", 0, 1, 0);

        private final int baud;

        Cashless(int baud) {
            this.baud = baud;
        }

        @Override
        public int baud() {
            return baud;
        }

        @Override
        public List<Option> options() {
            return switch (this) {
                case WAFER -> List.of(READER, ALWAYS_IDLE);
                case QIBIXX -> List.of();
            };
        }
    }

    /** What dispensing hardware speaks. */
    enum Dispenser implements Dialect {
        /** A vending board that polls, frames beginning FA FB. */
        FAFB(57_600),
        /** KR-CU16 boards with sixteen lockers each. */
        KR_CU16(19_200),
        /** A board with motors behind Modbus registers. */
        MODBUS_MOTORS(19_200),
        /** Spirals that we drive ourselves behind a port expander. */
        SPIRALS(115_200);

        /** How many items of one sale lie in the flap or stand open together. */
        public static final Option BASKET = new Option("basket", 1, 8, 4);

        /** How many boards hang on the line, numbered from 0. */
        public static final Option BOARDS = new Option("boards", 1, 16, 1);

        /** The address of a Modbus board. */
        public static final Option UNIT = new Option("unit", 1, 247, MotorMap.USUAL.unit());

        /** Its first register that is written. */
        public static final Option COMMAND =
                new Option("command", 0, MotorMap.REGISTER_MAX, MotorMap.USUAL.commandRegister());

        /** Its first register that is read. */
        public static final Option STATUS =
                new Option("status", 0, MotorMap.REGISTER_MAX, MotorMap.USUAL.statusRegister());

        /** Where the expander answers on this computer's I2C bus. */
        public static final Option ADDRESS =
                new Option(
                        "address",
                        ExpanderAddress.LEAST,
                        ExpanderAddress.MOST,
                        ExpanderAddress.LEAST);

        /** What is chosen only where the address is pins. */
        static final List<Option> OF_PINS = List.of(ADDRESS);

        private static final int SELECTION_MAX = 0xFFFF;

        /** The highest number of a motor or lock on such a line; the lowest is 0. */
        public static int mostSelection(CabinetWiring.Wire<Dispenser> wire) {
            return switch (wire.dialect()) {
                case FAFB, MODBUS_MOTORS -> SELECTION_MAX;
                case KR_CU16 -> wire.value(BOARDS) * LockerBoard.LOCKS - 1;
                case SPIRALS -> MatrixPins.SELECTIONS - 1;
            };
        }

        private final int baud;

        Dispenser(int baud) {
            this.baud = baud;
        }

        @Override
        public int baud() {
            return baud;
        }

        @Override
        public List<Option> options() {
            return switch (this) {
                case FAFB -> List.of(BASKET);
                case KR_CU16 -> List.of(BASKET, BOARDS);
                case MODBUS_MOTORS -> List.of(BASKET, UNIT, COMMAND, STATUS);
                case SPIRALS -> List.of(BASKET, ADDRESS);
            };
        }
    }

    /** What scanners write. */
    enum Scanner implements Dialect {
        /** Each code with CR, LF or both behind it. */
        SERIAL_SCANNER,
        /** Each code with nothing behind it; a pause is the end. */
        BARE_SCANNER;

        @Override
        public int baud() {
            return 9_600;
        }
    }

    /** What the contacts of a cabinet are: bits of a byte on a line, or pins of this computer. */
    enum Cabinet implements Dialect {
        /** Door switch, mains, lock and light. */
        CONTACTS;

        public static final Option DOOR = pin("door", CabinetPins.USUAL.doorSwitch());
        public static final Option POWER = pin("power", CabinetPins.USUAL.powerFail());
        public static final Option LOCK = pin("lock", CabinetPins.USUAL.lock());
        public static final Option LIGHT = pin("light", CabinetPins.USUAL.light());

        private static Option pin(String name, int usual) {
            return new Option(name, 0, CabinetPins.MOST, usual);
        }

        @Override
        public int baud() {
            return 9_600;
        }

        @Override
        public List<Option> options() {
            return List.of(DOOR, POWER, LOCK, LIGHT);
        }
    }

    /** How a compartment is cooled. */
    enum Climate implements Dialect {
        /** Thermometers, compressor, fan and defrost heater. */
        COOLING;

        /** Which compartment of the shelf it is. */
        public static final Option COMPARTMENT = new Option("compartment", 1, 9, 1);

        /** What it is cooled to, in tenths of a degree Celsius. */
        public static final Option SET = new Option("set", 0, 150, 20);

        /** Above it is too warm for its goods, in tenths of a degree. */
        public static final Option LIMIT = new Option("limit", 10, 250, 50);

        /** So many minutes above the limit lock them. */
        public static final Option MINUTES = new Option("minutes", 1, 240, 30);

        public static final Option COMPRESSOR = pin("compressor", ClimatePins.USUAL.compressor());
        public static final Option FAN = pin("fan", ClimatePins.USUAL.fan());
        public static final Option HEATER = pin("heater", ClimatePins.USUAL.heater());
        public static final Option THERMOMETERS =
                new Option("thermometers", 0, ClimatePins.THERMOMETERS_MAX, 1);
        public static final Option SHT3X = new Option("sht3x", 0, 127, 0);

        /** What is chosen only where the address is pins. */
        static final List<Option> OF_PINS = List.of(COMPRESSOR, FAN, HEATER, THERMOMETERS, SHT3X);

        /** So many minutes it may be warm after filling or service. */
        public static final Option GRACE = new Option("grace", 0, 240, 30);

        private static final List<Option> OF_ANY = List.of(COMPARTMENT, SET, LIMIT, MINUTES, GRACE);

        private static Option pin(String name, int usual) {
            return new Option(name, 0, ClimatePins.PIN_MAX, usual);
        }

        @Override
        public int baud() {
            return 9_600;
        }

        @Override
        public List<Option> options() {
            return Stream.concat(OF_ANY.stream(), OF_PINS.stream()).toList();
        }
    }

    /** A number that a line of the wiring file may carry behind the dialect. */
    record Option(String name, int least, int most, int usual) {}

    /** The options that it understands. */
    default List<Option> options() {
        return List.of();
    }

    /** The name of the constant. */
    String name();

    /** The speed that such a device leaves the factory with. */
    int baud();

    /** As the wiring file says it. */
    default String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
