/** SQL of the evidence. */
@NullMarked
package org.assistcounter.fleet.evidence.store;

import org.jspecify.annotations.NullMarked;
