package org.assistcounter.fleet.reconciliation;

import java.time.LocalDate;

/** How many differences of a day with a source are open. */
public record OpenCount(Source source, LocalDate day, long count) {}
