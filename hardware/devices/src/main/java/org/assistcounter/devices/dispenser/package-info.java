/**
 * A dispenser as a sale sees it: what may be asked of it, what it tells, and the evidence of a
 * turn. The wire protocols behind it are in {@code board}.
 */
@NullMarked
package org.assistcounter.devices.dispenser;

import org.jspecify.annotations.NullMarked;
