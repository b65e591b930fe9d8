/** SQL of attempts and refunds. */
@NullMarked
package org.assistcounter.fleet.wallets.store;

import org.jspecify.annotations.NullMarked;
