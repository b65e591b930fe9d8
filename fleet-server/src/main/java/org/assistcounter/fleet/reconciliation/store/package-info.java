/** SQL of differences and of how far each day is. */
@NullMarked
package org.assistcounter.fleet.reconciliation.store;

import org.jspecify.annotations.NullMarked;
