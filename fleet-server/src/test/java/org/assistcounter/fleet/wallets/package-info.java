/** Which wallet an order goes to, and what wallets that are set up answer. */
@NullMarked
package org.assistcounter.fleet.wallets;

import org.jspecify.annotations.NullMarked;
