package org.assistcounter.virtualcounters;

import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.signing.Signer;

/**
 * What a counter starts with.
 *
 * @param head where its journal stands
 * @param tally where it counts
 */
record Begun(Signer signer, ChainHead head, Selling selling, Tally tally) {}
