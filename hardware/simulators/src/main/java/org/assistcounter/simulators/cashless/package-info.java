/**
 * The other end of a cashless line: a reader on a simulated MDB bus and the box between it and the
 * host. In: the host's bytes and the bench's tricks. Out: bytes, and snapshots with a ledger that
 * is counted from the bus alone. Imports the message types of {@code devices.mdb} and the line
 * contract; no clock, no thread.
 */
@NullMarked
package org.assistcounter.simulators.cashless;

import org.jspecify.annotations.NullMarked;
