/**
 * A matrix of spiral motors behind an MCP23017 port expander, driven by us without a board of its
 * own: register reads and writes go over a line as four bytes each. In: bytes of a line and {@code
 * dispenser} commands. Out: bytes and {@code dispenser} events. Imports {@code dispenser} and
 * {@code line}; no clock, no thread.
 */
@NullMarked
package org.assistcounter.devices.spiral;

import org.jspecify.annotations.NullMarked;
