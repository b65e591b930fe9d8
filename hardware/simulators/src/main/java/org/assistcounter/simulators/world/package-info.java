/**
 * Virtual time: a clock, a queue of what is to happen, and wires between drivers with a delay. In:
 * drivers of both ends. Out: their dialogue, the same for the same start. Nothing here sleeps.
 */
@NullMarked
package org.assistcounter.simulators.world;

import org.jspecify.annotations.NullMarked;
