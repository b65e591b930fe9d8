package org.assistcounter.fleet.ingest;

import java.time.Instant;

/**
 * A message or record that was not accepted, for the person who looks into it.
 *
 * @param id of the message that was kept; 0 for a record
 */
public record Refused(
        long id, Instant at, String counter, String topic, String verdict, String reason) {}
