package org.assistcounter.virtualcounters;

import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.signing.Signer;

/**
 * What a counter starts with.
 *
 * @param head where its journal stands
 */
record Begun(Signer signer, ChainHead head, Selling selling) {}
