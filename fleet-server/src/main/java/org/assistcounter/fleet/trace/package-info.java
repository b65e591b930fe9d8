/**
 * Where goods came from and where they went: of a packet its lot, of a lot every slot, sale and
 * remaining packet, of a county what it sold. In: packets that went out, as the ledger tells them.
 * Out: sums and lists that answer at once, some seconds behind the sales. Imports catalogue,
 * ledger, lots, operators, shards and the protocol.
 */
@NullMarked
package org.assistcounter.fleet.trace;

import org.jspecify.annotations.NullMarked;
