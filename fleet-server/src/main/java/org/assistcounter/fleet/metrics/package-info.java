/**
 * What is measured while the server runs, for Prometheus. In: meters that rooms register at the one
 * `MeterRegistry`, and a `Tally` of each that is counted in the database. Out: the text that
 * `health` serves. A meter decides nothing. Imports nothing of ours.
 */
@NullMarked
package org.assistcounter.fleet.metrics;

import org.jspecify.annotations.NullMarked;
