/**
 * The ask lane: a question that needs the fleet while a shopper waits, and its signed answer.
 * Neither is a source for the ledger: the journal is. Imports {@code cbor} and {@code identity}.
 */
@NullMarked
package org.assistcounter.protocol.ask;

import org.jspecify.annotations.NullMarked;
