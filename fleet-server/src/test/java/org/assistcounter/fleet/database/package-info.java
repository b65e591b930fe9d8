/** Tests of how a database is found and started. */
@NullMarked
package org.assistcounter.fleet.database;

import org.jspecify.annotations.NullMarked;
