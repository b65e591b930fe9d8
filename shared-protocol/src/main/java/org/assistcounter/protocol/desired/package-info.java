/**
 * By what the fleet wants a counter to sell beside the release on its card: signed for that
 * counter, complete, under a revision that only rises. In: bytes of the fleet or of a journal. Out:
 * checked values. Imports {@code cbor}, {@code identity} and {@code signing}.
 */
@NullMarked
package org.assistcounter.protocol.desired;

import org.jspecify.annotations.NullMarked;
