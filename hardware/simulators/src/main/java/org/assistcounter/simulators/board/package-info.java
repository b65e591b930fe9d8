/**
 * The other end of a vending board's line: a board that polls, with motors, home switches, stock
 * and a drop sensor. In: the host's bytes and the bench's tricks. Out: bytes, and snapshots with
 * what turned and what fell, counted by the board itself. No clock, no thread.
 */
@NullMarked
package org.assistcounter.simulators.board;

import org.jspecify.annotations.NullMarked;
