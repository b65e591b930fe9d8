/**
 * The double-entry ledger for money and goods, append-only, and the account of every sale. In:
 * facts of journals, settled wallet refunds and what cases turned out to be, each booked once in
 * its caller's transaction. Out: balances, sales and cases. The posting rules are pure ({@code
 * Bookkeeping}, {@code CaseRules}). Imports database and the protocol.
 */
@NullMarked
package org.assistcounter.fleet.ledger;

import org.jspecify.annotations.NullMarked;
