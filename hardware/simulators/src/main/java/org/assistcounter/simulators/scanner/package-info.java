/**
 * The other end of a scanner's line: a scanner to which somebody at the bench shows codes. In:
 * tricks. Out: bytes as a scanner writes them, whole or not, and snapshots without the codes. No
 * clock, no thread.
 */
@NullMarked
package org.assistcounter.simulators.scanner;

import org.jspecify.annotations.NullMarked;
