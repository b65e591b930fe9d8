/**
 * The daily three-way comparison: what wallets' bills say, what we know of attempts and refunds,
 * what journals claimed and the ledger booked, and what counters have signed in all. In: the word
 * of wallets, ledger, evidence and ingest, by their APIs. Out: differences, each with an owner and
 * an age, found once. The comparisons are pure. Imports database, operators, wallets, ledger,
 * evidence, ingest and the protocol; books nothing.
 */
@NullMarked
package org.assistcounter.fleet.reconciliation;

import org.jspecify.annotations.NullMarked;
