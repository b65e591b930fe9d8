package org.assistcounter.devices.wiring;

import java.util.Locale;

/** What is spoken on a line, for which kind of device, and at which speed on a serial one. */
public sealed interface Dialect {

    /** What card terminals speak. */
    enum Cashless implements Dialect {
        /** A cashless reader behind a Wafer-type MDB-RS232 box. */
        WAFER(9_600);

        private final int baud;

        Cashless(int baud) {
            this.baud = baud;
        }

        @Override
        public int baud() {
            return baud;
        }
    }

    /** What dispensing hardware speaks. */
    enum Dispenser implements Dialect {
        /** A vending board that polls, frames beginning FA FB. */
        FAFB(57_600);

        private final int baud;

        Dispenser(int baud) {
            this.baud = baud;
        }

        @Override
        public int baud() {
            return baud;
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

    /** The name of the constant. */
    String name();

    /** The speed that such a device leaves the factory with. */
    int baud();

    /** As the wiring file says it. */
    default String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
