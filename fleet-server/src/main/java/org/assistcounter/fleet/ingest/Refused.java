package org.assistcounter.fleet.ingest;

import java.time.Instant;

/** A message or record that was not accepted, for the person who looks into it. */
public record Refused(Instant at, String counter, String topic, String verdict, String reason) {}
