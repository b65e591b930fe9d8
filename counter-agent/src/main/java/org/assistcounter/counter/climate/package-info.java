/**
 * The cold chain of a cooled compartment as the core and the journal know it. In: temperatures with
 * their time, facts of the journal. Out: whether its goods are locked, and what is to be written
 * down so that a start can go on. Pure; imports nothing of ours but devices' climate and facts.
 */
@NullMarked
package org.assistcounter.counter.climate;

import org.jspecify.annotations.NullMarked;
