/**
 * The cabinet's wiring: which device hangs on which line and what it speaks. In: a properties file.
 * Out: checked values and ready drivers. A wrong line is refused with the line and the reason.
 */
@NullMarked
package org.assistcounter.devices.wiring;

import org.jspecify.annotations.NullMarked;
