package org.assistcounter.fleet.ingest;

import org.assistcounter.protocol.identity.CounterId;

/** Records of a counter are booked up to this number. */
public record Commit(CounterId counter, String tenant, long seq) {}
