/**
 * Deterministic CBOR (RFC 8949, section 4.2.1) for the few shapes the protocol uses: maps with text
 * keys, integers, booleans, text, byte strings and lists. In: bytes of strangers. Out: checked
 * values, or a {@link MalformedCborException} that says what is wrong. Imports nothing of ours.
 */
@NullMarked
package org.assistcounter.protocol.cbor;

import org.jspecify.annotations.NullMarked;
