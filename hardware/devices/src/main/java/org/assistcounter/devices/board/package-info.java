/**
 * The "VMC - upper computer" protocol of Chinese vending boards (57600 8N1, {@code FA FB}): the
 * board polls, we answer within 100 ms. In: bytes of a line and {@code dispenser} commands. Out:
 * bytes and {@code dispenser} events. Frames and messages are public for the simulated board.
 * Imports {@code dispenser} and {@code line}; no clock, no thread.
 */
@NullMarked
package org.assistcounter.devices.board;

import org.jspecify.annotations.NullMarked;
