package org.assistcounter.devices.modbus;

import java.util.List;

/** What a master asks. Addresses are as on the wire, from 0. */
public sealed interface ModbusRequest {

    /** 01: coils. */
    record ReadCoils(int address, int count) implements ModbusRequest {}

    /** 02: discrete inputs. */
    record ReadInputs(int address, int count) implements ModbusRequest {}

    /** 03: holding registers. */
    record ReadRegisters(int address, int count) implements ModbusRequest {}

    /** 05: one coil. */
    record WriteCoil(int address, boolean on) implements ModbusRequest {}

    /** 06: one register. */
    record WriteRegister(int address, int value) implements ModbusRequest {}

    /** 0F: several coils. */
    record WriteCoils(int address, List<Boolean> on) implements ModbusRequest {

        public WriteCoils {
            on = List.copyOf(on);
        }
    }

    /** 10: several registers. */
    record WriteRegisters(int address, List<Integer> values) implements ModbusRequest {

        public WriteRegisters {
            values = List.copyOf(values);
        }
    }
}
