/**
 * One driver and one other end joined by virtual time, TCP or a pseudo-terminal, and a wire between
 * them that does what wires do. For tests that claim the same of all three.
 */
@NullMarked
package org.assistcounter.simulators.carrier;

import org.jspecify.annotations.NullMarked;
