/**
 * The counter's journal: facts in, sealed records on disk out, in one durable transaction. The
 * store is a port; {@code journal.store} is SQLite. Imports the protocol and the pure folds of
 * {@code sale}, {@code service} and {@code shelf} for what an earlier run left.
 */
@NullMarked
package org.assistcounter.counter.journal;

import org.jspecify.annotations.NullMarked;
