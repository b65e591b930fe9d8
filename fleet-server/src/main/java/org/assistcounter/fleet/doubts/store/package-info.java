/** The table of doubts. */
@NullMarked
package org.assistcounter.fleet.doubts.store;

import org.jspecify.annotations.NullMarked;
