/**
 * Alipay's gateway by its official library, which only this package knows. In: orders of the fleet.
 * Out: how they stand. Its calls block, so they run on the elastic threads.
 */
@NullMarked
package org.assistcounter.fleet.wallets.alipay;

import org.jspecify.annotations.NullMarked;
