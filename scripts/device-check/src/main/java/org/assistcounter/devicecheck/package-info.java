/**
 * Asks every device of a cabinet whether it answers, with the agent's own drivers, for a technician
 * who stands before it while the agent is stopped.
 */
@NullMarked
package org.assistcounter.devicecheck;

import org.jspecify.annotations.NullMarked;
