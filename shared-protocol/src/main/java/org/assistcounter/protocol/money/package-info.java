/** Arithmetic of money that counter and fleet must do alike. */
@NullMarked
package org.assistcounter.protocol.money;

import org.jspecify.annotations.NullMarked;
