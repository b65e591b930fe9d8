/**
 * The line to a device and the driver that speaks on it. In: bytes of a TCP or serial line. Out:
 * bytes, and typed events for the line's owner. Imports nothing of ours.
 */
@NullMarked
package org.assistcounter.devices.line;

import org.jspecify.annotations.NullMarked;
