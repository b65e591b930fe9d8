/**
 * What others made of what is shipped. In: the bills of materials (CycloneDX) that the build writes
 * of the server and of the counter's program, and the two lists beside this module. Out: what is
 * new, changed, of no licence or not released; a whole bill of each. Imports nothing of ours.
 */
@NullMarked
package org.assistcounter.shippedparts;

import org.jspecify.annotations.NullMarked;
