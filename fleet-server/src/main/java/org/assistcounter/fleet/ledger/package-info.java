/**
 * The double-entry ledger for money and goods, append-only, and the account of every sale. In:
 * facts of journals and settled wallet refunds, each booked once in its caller's transaction. Out:
 * balances, sales and open cases. The posting rules are pure ({@code Bookkeeping}). Imports
 * database and the protocol.
 */
@NullMarked
package org.assistcounter.fleet.ledger;

import org.jspecify.annotations.NullMarked;
