/**
 * The other end of a Modbus line: a motor board as a slave. In: the host's bytes and tricks. Out:
 * bytes, and snapshots of what turned and what fell, counted by the board. No clock, no thread.
 */
@NullMarked
package org.assistcounter.simulators.modbus;

import org.jspecify.annotations.NullMarked;
