/**
 * Grid lockers on Kerong KR-CU16 boards (RS485, 19200 8N1, frames 02 .. 03 and a sum): we ask, the
 * board answers; sixteen locks a board. In: bytes of a line and {@code dispenser} commands. Out:
 * bytes and {@code dispenser} events. Frames are public for the simulated board. Imports {@code
 * dispenser} and {@code line}; no clock, no thread.
 */
@NullMarked
package org.assistcounter.devices.locker;

import org.jspecify.annotations.NullMarked;
