/**
 * By what the fleet wants the counter to sell: what lies ready, what is in force, what was refused,
 * and whether another may be taken. In: signed states, facts of the journal. Out: facts to write
 * down, the prices on the shelf, what is reported. Pure; imports the protocol only.
 */
@NullMarked
package org.assistcounter.counter.desired;

import org.jspecify.annotations.NullMarked;
