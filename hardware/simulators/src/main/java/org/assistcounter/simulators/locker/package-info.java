/**
 * The other end of a locker's line: a KR-CU16 board with sixteen doors. In: the host's bytes and
 * what somebody does to the doors. Out: bytes, and snapshots of what opened, counted by the locks
 * themselves. No clock, no thread.
 */
@NullMarked
package org.assistcounter.simulators.locker;

import org.jspecify.annotations.NullMarked;
