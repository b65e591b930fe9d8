/**
 * A witness of the fleet's log, run by somebody else on a host of their own. In: signed tree heads
 * and proofs over HTTP. Out: cosignatures, or an alarm. Imports the protocol.
 */
@NullMarked
package org.assistcounter.witness;

import org.jspecify.annotations.NullMarked;
