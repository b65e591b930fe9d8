/**
 * What the evidence of a motor's turn proves (DESIGN section 3, the dispense table). Pure. In:
 * evidence. Out: a verdict for the journal.
 */
@NullMarked
package org.assistcounter.counter.dispense;

import org.jspecify.annotations.NullMarked;
