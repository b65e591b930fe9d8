/** Tests of how batches are taken. */
@NullMarked
package org.assistcounter.fleet.ingest;

import org.jspecify.annotations.NullMarked;
