/** The tables `directives_counter` and `directives_change`. */
@NullMarked
package org.assistcounter.fleet.directives.store;

import org.jspecify.annotations.NullMarked;
