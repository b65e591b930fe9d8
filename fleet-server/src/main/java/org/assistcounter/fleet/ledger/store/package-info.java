/** SQL of the ledger. */
@NullMarked
package org.assistcounter.fleet.ledger.store;

import org.jspecify.annotations.NullMarked;
