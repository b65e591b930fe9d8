/**
 * Modbus RTU as a master (Modbus over serial line 1.02, application protocol 1.1b3): requests,
 * answers, CRC and gaps, and a motor board behind the {@code dispenser} port that is described by a
 * small register map. In: bytes of a line and {@code dispenser} commands. Out: bytes and events.
 * Imports {@code dispenser} and {@code line}; no clock, no thread.
 */
@NullMarked
package org.assistcounter.devices.modbus;

import org.jspecify.annotations.NullMarked;
