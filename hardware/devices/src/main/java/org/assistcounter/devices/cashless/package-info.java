/**
 * A cashless payment terminal as a sale sees it: what may be asked of it and what it tells. The
 * wire protocols behind it are in {@code mdb}.
 */
@NullMarked
package org.assistcounter.devices.cashless;

import org.jspecify.annotations.NullMarked;
