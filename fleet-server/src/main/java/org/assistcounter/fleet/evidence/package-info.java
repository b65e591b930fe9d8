/**
 * The exact bytes that counters signed, the head of each journal, and the checkpoints that answer
 * them. In: verified records, from ingest. Out: heads, hashes, records and signed checkpoints.
 * Imports counters, database, enrolment (for the checkpoint key) and the protocol.
 */
@NullMarked
package org.assistcounter.fleet.evidence;

import org.jspecify.annotations.NullMarked;
