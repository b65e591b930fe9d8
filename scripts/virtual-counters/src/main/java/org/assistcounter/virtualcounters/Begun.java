package org.assistcounter.virtualcounters;

import org.assistcounter.counter.desired.Desired;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.signing.Signer;

/**
 * What a counter starts with.
 *
 * @param head where its journal stands
 * @param desired what its journal says of the fleet's wishes
 * @param tally where it counts
 */
record Begun(Signer signer, ChainHead head, Desired desired, Selling selling, Tally tally) {}
