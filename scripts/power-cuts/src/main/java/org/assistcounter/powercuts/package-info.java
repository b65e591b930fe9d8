/**
 * What a power cut leaves of the shipped journal. In: the system calls that a real process makes on
 * a real disk while it appends, and a seed. Out: disks as a power cut at any of these calls may
 * leave them, each opened by the shipped store, and what is missing in it. Imports the counter
 * agent and the protocol.
 */
@NullMarked
package org.assistcounter.powercuts;

import org.jspecify.annotations.NullMarked;
