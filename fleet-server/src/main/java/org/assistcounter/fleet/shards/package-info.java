/**
 * Which instance looks after which counters. Counters are hashed to shards, and a shard is leased
 * to one instance in PostgreSQL, by the database's clock, so that a counter's messages stay in
 * order; a dead instance's shards move. Out: `Shards`, to ask whether a counter is ours, to hold it
 * through a commit, and to hear which shards were gained. Whoever has shard 0 does what is done
 * once. Imports database and settings.
 */
@NullMarked
package org.assistcounter.fleet.shards;

import org.jspecify.annotations.NullMarked;
