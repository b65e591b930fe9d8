/** The tables of {@code trace}. */
@NullMarked
package org.assistcounter.fleet.trace.store;

import org.jspecify.annotations.NullMarked;
