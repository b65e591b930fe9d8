/**
 * The registry: which counters exist, under which label and where, with which journal key and
 * certificate, and whether they may connect. In: enrolment adds, ingest marks seen, people suspend
 * and retire. Out: `Counters` to look up and list, and word of a suspension to whoever must act on
 * it at once. Imports database, metrics, operators and settings.
 */
@NullMarked
package org.assistcounter.fleet.counters;

import org.jspecify.annotations.NullMarked;
