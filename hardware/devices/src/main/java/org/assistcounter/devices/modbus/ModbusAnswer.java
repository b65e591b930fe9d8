package org.assistcounter.devices.modbus;

import java.util.List;

/** What came to a request. */
public sealed interface ModbusAnswer {

    /** To 01 and 02. */
    record Bits(List<Boolean> on) implements ModbusAnswer {}

    /** To 03. */
    record Registers(List<Integer> values) implements ModbusAnswer {}

    /** To 05, 06, 0F and 10. */
    record Written() implements ModbusAnswer {}

    /** An exception (application protocol §7). */
    record Refused(int code) implements ModbusAnswer {

        private static final int BUSY = 6;
        private static final int VALUE = 3;

        /** Whether the code says for certain that nothing was done: 1 to 3, and 6 for busy. */
        public boolean isCertain() {
            return code == BUSY || (code >= 1 && code <= VALUE);
        }
    }

    /** Not an answer to this request, and why. */
    record Unusable(String hex, ModbusFault fault) implements ModbusAnswer {}
}
