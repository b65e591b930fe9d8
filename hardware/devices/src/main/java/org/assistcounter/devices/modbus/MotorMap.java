package org.assistcounter.devices.modbus;

/**
 * Where a motor board has its registers.
 *
 * @param unit its address on the bus
 * @param commandRegister two registers that are written together (10): ticket, selection
 * @param statusRegister four registers that are read together (03): ticket of the last command that
 *     was taken, its {@link MotorState}, the sensor's self-test (0 good), selections on the board
 */
public record MotorMap(int unit, int commandRegister, int statusRegister) {

    static final int STATUS_REGISTERS = 4;
    private static final int UNIT_MAX = 247;

    /** The highest register that a map may begin at. */
    public static final int REGISTER_MAX = 0xFFFF - STATUS_REGISTERS;

    /** As our own board has them. */
    public static final MotorMap USUAL = new MotorMap(1, 0x0010, 0x0020);

    public MotorMap {
        if (unit < 1 || unit > UNIT_MAX) {
            throw new IllegalArgumentException("No such unit: " + unit);
        }
        if (Math.min(commandRegister, statusRegister) < 0
                || Math.max(commandRegister, statusRegister) > REGISTER_MAX) {
            throw new IllegalArgumentException(
                    "No such registers: " + commandRegister + ", " + statusRegister);
        }
    }
}
