/**
 * MDB/ICP 4.2 cashless devices: blocks, messages, and our side of a sale over a box that does the
 * nine-bit bus. In: bytes of a line and {@code cashless} commands. Out: bytes and {@code cashless}
 * events. The messages know no line and no box, so a simulated reader and a decoder for technicians
 * use the same ones. Imports {@code cashless} and {@code line}; no clock, no thread.
 */
@NullMarked
package org.assistcounter.devices.mdb;

import org.jspecify.annotations.NullMarked;
