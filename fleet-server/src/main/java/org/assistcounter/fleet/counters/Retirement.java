package org.assistcounter.fleet.counters;

import java.time.Instant;

/**
 * That a counter was taken out of service.
 *
 * @param by somebody's login
 */
public record Retirement(Instant at, String by, String why) {}
