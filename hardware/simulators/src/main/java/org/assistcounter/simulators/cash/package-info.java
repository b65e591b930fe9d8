/**
 * A coin changer and a bill validator as a VMC meets them on the bus. In: blocks with their
 * checksum, single acknowledgement bytes, time, and the bench's tricks. Out: blocks, and a ledger
 * that is counted from what moved. Imports the codecs of {@code devices.cash} and {@code
 * devices.mdb}; no clock, no thread.
 */
@NullMarked
package org.assistcounter.simulators.cash;

import org.jspecify.annotations.NullMarked;
