/**
 * Counters that somebody has to look into: a journal that is not believed, two machines under one
 * name, silence. In: what ingest refuses, what the broker says of connections, when counters were
 * heard of. Out: doubts, each found once however often it is met, and how a person ended it.
 * Imports database, operators, counters and link; it judges no journal.
 */
@NullMarked
package org.assistcounter.fleet.doubts;

import org.jspecify.annotations.NullMarked;
