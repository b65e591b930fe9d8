/** What needs no server. */
@NullMarked
package org.assistcounter.fleet.counters;

import org.jspecify.annotations.NullMarked;
