/**
 * Judges of a counter and its fleet, written from the specifications and not from the product. In:
 * {@link org.assistcounter.oracles.WorldFact}s, what somebody saw who stood beside the machine, at
 * the bank and behind the fleet's desk, and the journal's records in their bytes. Out: silence, or
 * {@link org.assistcounter.oracles.Broken}. Imports nothing of ours but the journal's decoding.
 */
@NullMarked
package org.assistcounter.oracles;

import org.jspecify.annotations.NullMarked;
