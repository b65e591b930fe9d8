package org.assistcounter.devices.spiral;

/**
 * The expander's registers (MCP23017 data sheet, BANK 0) and what hangs on it: port A selects one
 * row of eight; of port B bits 0 to 2 select the column, bit 3 switches the selected motor on, and
 * four are inputs: home switch of the selected motor, drop seen (held by the board for 300 ms),
 * current over its limit, and the drop sensor's self-test good.
 */
public final class MatrixPins {

    /** Directions of port A and B, a 1 for an input; all inputs after power-on. */
    public static final int IODIRA = 0x00;

    public static final int IODIRB = 0x01;

    /** The levels of port B. */
    public static final int GPIOB = 0x13;

    /** The outputs of port A and B. */
    public static final int OLATA = 0x14;

    public static final int OLATB = 0x15;

    /** The value of IODIRB in use. */
    public static final int INPUTS_OF_B = 0xF0;

    public static final int MOTOR_ON = 0x08;
    public static final int HOME = 0x10;
    public static final int DROP = 0x20;
    public static final int OVER_CURRENT = 0x40;
    public static final int SENSOR_GOOD = 0x80;

    /** Selections 0 to 63: the row in the upper three bits, the column in the lower three. */
    public static final int SELECTIONS = 64;

    private MatrixPins() {}

    static int row(int selection) {
        return 1 << (selection >> 3);
    }

    static int column(int selection) {
        return selection & 0x07;
    }
}
