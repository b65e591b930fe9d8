/**
 * What a counter and the fleet say to each other. Values only: no clock, thread, random, file or
 * socket. It may import nothing of ours; both the counter agent and the fleet server import it.
 */
@NullMarked
package org.assistcounter.protocol;

import org.jspecify.annotations.NullMarked;
