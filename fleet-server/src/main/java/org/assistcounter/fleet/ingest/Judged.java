package org.assistcounter.fleet.ingest;

import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.journal.Verdict;

/** What a batch is, and where the journal stood before it. */
record Judged(Verdict verdict, ChainHead before) {}
