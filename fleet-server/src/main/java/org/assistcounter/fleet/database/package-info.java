/**
 * The PostgreSQL server behind every `store` package: started by us (binaries, data and port of its
 * own, every commit flushed to disk) or given by address, migrated before anything else reads it.
 * Not a business module. In: settings. Out: a `DatabaseClient` and transactions for stores, and
 * {@link org.assistcounter.fleet.database.Database} to ask and to stop it. Imports settings only.
 */
@NullMarked
package org.assistcounter.fleet.database;

import org.jspecify.annotations.NullMarked;
