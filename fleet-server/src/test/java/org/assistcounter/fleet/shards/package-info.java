/** Tests of the rules of shards. */
@NullMarked
package org.assistcounter.fleet.shards;

import org.jspecify.annotations.NullMarked;
