/**
 * The other end of a cabinet's contacts: a door with lock and switch, a light, the mains. In: bytes
 * of outputs and what somebody does to the cabinet. Out: bytes of levels, and snapshots of what the
 * lock and the light did, counted by the cabinet itself. No clock, no thread.
 */
@NullMarked
package org.assistcounter.simulators.cabinet;

import org.jspecify.annotations.NullMarked;
