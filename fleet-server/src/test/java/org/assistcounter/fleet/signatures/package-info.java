/** What needs no server. */
@NullMarked
package org.assistcounter.fleet.signatures;

import org.jspecify.annotations.NullMarked;
