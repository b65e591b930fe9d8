/** The SQL of leases. */
@NullMarked
package org.assistcounter.fleet.shards.store;

import org.jspecify.annotations.NullMarked;
