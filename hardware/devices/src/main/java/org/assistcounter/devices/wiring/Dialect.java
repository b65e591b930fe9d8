package org.assistcounter.devices.wiring;

import java.util.Locale;

/** What is spoken on a line, for which kind of device, and at which speed on a serial one. */
public enum Dialect {
    /** A cashless reader behind a Wafer-type MDB-RS232 box. */
    WAFER("cashless", 9_600),
    /** A cashless reader behind a Qibixx box, ASCII lines. */
    QIBIXX("cashless", 115_200),
    /** A vending board that polls, frames beginning FA FB. */
    FAFB("dispenser", 57_600),
    /** A scanner that writes each code with CR, LF or both behind it. */
    SERIAL_SCANNER("scanner", 9_600),
    /** A scanner that writes each code with nothing behind it; a pause is the end. */
    BARE_SCANNER("scanner", 9_600);

    private final String device;
    private final int baud;

    Dialect(String device, int baud) {
        this.device = device;
        this.baud = baud;
    }

    /** The device's name in the wiring file. */
    public String device() {
        return device;
    }

    /** The speed of a serial line. */
    public int baud() {
        return baud;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
