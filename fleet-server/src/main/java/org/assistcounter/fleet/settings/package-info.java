/**
 * What the server is told from outside, and the four things every module shares because of it: the
 * checked settings, the data directory (which exactly one server may hold), the clock, and the zone
 * by which the fleet counts its days; and who does the arithmetic of signatures on this machine.
 * Not a business module. A wrong setting, or a start that cannot succeed, is refused here in words.
 * Imports no other module.
 */
@NullMarked
package org.assistcounter.fleet.settings;

import org.jspecify.annotations.NullMarked;
