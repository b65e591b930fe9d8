/**
 * Which goods lie in which slot of a counter, at what price and from which lot: a complete release
 * for each counter. Imports catalogue, counters and enrolment (which hands the first release over).
 */
@NullMarked
package org.assistcounter.fleet.planograms;

import org.jspecify.annotations.NullMarked;
