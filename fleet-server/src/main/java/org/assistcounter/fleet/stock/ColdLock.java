package org.assistcounter.fleet.stock;

import java.time.Instant;

/** A cooled compartment whose goods are locked until a service has looked at them. */
public record ColdLock(String counter, int compartment, String reason, Instant lockedAt) {}
