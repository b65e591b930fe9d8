/**
 * A barcode scanner on a serial line (USB-CDC or TTL, 9600 8N1 by default). In: bytes of a line and
 * whether a code is awaited. Out: whole codes, once each, and names for what is none. A code may be
 * money, so nothing here shows one whole in words. Imports {@code line}; no clock, no thread.
 */
@NullMarked
package org.assistcounter.devices.scanner;

import org.jspecify.annotations.NullMarked;
