/** Who may settle what, and what a refusal is called. */
@NullMarked
package org.assistcounter.fleet.complaints;

import org.jspecify.annotations.NullMarked;
