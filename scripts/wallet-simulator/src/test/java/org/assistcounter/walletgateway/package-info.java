/** The fleet's gateways, by the wallets' own libraries, against the simulator of the wallets. */
@NullMarked
package org.assistcounter.walletgateway;

import org.jspecify.annotations.NullMarked;
