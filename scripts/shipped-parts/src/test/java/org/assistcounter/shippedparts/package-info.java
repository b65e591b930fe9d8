/** Tests of the list of what is shipped, and the gate: what is shipped is in it. */
@NullMarked
package org.assistcounter.shippedparts;

import org.jspecify.annotations.NullMarked;
