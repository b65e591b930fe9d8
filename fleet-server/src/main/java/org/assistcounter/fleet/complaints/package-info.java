/**
 * Money in question, until it is settled. In: what a person finds out about a case, or a rule that
 * somebody set; what a shopper with a receipt code asks for. Out: a finding that the ledger books
 * once, a refund that a wallet makes or a payout that a person records. Imports database, ledger,
 * operators (for the audit), wallets and the protocol.
 */
@NullMarked
package org.assistcounter.fleet.complaints;

import org.jspecify.annotations.NullMarked;
