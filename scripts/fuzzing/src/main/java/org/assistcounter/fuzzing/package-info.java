/**
 * Every border where bytes of others come in, fed with made-up bytes by Jazzer. In: bytes. Out:
 * nothing, or the property that does not hold, thrown. Imports the counter agent, the simulators
 * and the protocol.
 */
@NullMarked
package org.assistcounter.fuzzing;

import org.jspecify.annotations.NullMarked;
