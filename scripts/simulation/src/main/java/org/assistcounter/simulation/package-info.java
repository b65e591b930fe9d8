/**
 * One counter with its devices, its shopper and the fleet's rules in virtual time, under faults
 * drawn from a seed. The sale, journal, outbox, device drivers, chain check and bookkeeping are the
 * classes that ship; clock, disk, wires and network are made up. In: a seed. Out: what was seen,
 * and every broken invariant with the seed that shows it. Imports all modules.
 */
@NullMarked
package org.assistcounter.simulation;

import org.jspecify.annotations.NullMarked;
