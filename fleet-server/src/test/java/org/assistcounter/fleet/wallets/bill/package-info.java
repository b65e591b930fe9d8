/** What the bills of all wallets have in common. */
@NullMarked
package org.assistcounter.fleet.wallets.bill;

import org.jspecify.annotations.NullMarked;
