/**
 * Payments and refunds by wallet. The fleet owns every attempt: order, query, close, refund;
 * merchant keys never reach a counter. In: questions of counters, and what journals say of
 * attempts. Out: signed answers, and settled refunds for the ledger. Imports counters, database,
 * enrolment (for the answer key), ledger and the protocol.
 */
@NullMarked
package org.assistcounter.fleet.wallets;

import org.jspecify.annotations.NullMarked;
