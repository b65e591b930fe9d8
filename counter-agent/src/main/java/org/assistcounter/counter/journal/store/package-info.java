/**
 * The journal in SQLite: WAL, synchronous FULL, one writer, rows that cannot be changed or deleted.
 * The only package that touches a database.
 */
@NullMarked
package org.assistcounter.counter.journal.store;

import org.jspecify.annotations.NullMarked;
