package org.assistcounter.counter.sale;

import java.time.LocalDate;

/**
 * When a step happens, given from outside.
 *
 * @param millis monotonic, since the agent started
 * @param latestDate the latest calendar day it may be at the site; expiry asks this one
 */
public record Moment(long millis, LocalDate latestDate) {}
