/** The posting rules, tried without a database. */
@NullMarked
package org.assistcounter.fleet.ledger;

import org.jspecify.annotations.NullMarked;
