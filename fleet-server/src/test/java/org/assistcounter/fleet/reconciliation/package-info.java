/** What a comparison finds, and what follows from it. */
@NullMarked
package org.assistcounter.fleet.reconciliation;

import org.jspecify.annotations.NullMarked;
