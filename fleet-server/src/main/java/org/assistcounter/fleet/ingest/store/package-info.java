/** SQL of what ingest refuses or parks. */
@NullMarked
package org.assistcounter.fleet.ingest.store;

import org.jspecify.annotations.NullMarked;
