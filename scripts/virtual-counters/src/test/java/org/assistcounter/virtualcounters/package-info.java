/** What virtual counters sell, and that a server's books say the same. */
@NullMarked
package org.assistcounter.virtualcounters;

import org.jspecify.annotations.NullMarked;
