/**
 * Coin changers and bill validators (MDB/ICP 4.2 §5, §6): what a VMC says to them and what they
 * answer, as values. Codecs only: no version of the counter takes cash. In: data of blocks. Out:
 * commands, answers and events. Imports {@code mdb} for blocks and fields; no clock, no thread.
 */
@NullMarked
package org.assistcounter.devices.cash;

import org.jspecify.annotations.NullMarked;
