/**
 * Real processes, killed: fleet, bench and counter as {@code scripts/run} starts them, a hostile
 * proxy between counter and broker, and SIGKILL at every boundary between a fact on disk and its
 * effect. Afterwards the wires and the books must agree. Imports the launcher, and the agent's
 * journal to read it.
 */
@NullMarked
package org.assistcounter.kills;

import org.jspecify.annotations.NullMarked;
