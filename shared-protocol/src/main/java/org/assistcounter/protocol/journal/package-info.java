/**
 * The journal of a counter: its facts, the exact bytes of a record, the chain and the verdicts on
 * it. JOURNAL.md specifies it byte by byte. In: facts, or bytes of strangers. Out: sealed records,
 * or a verdict. Imports {@code cbor} and {@code identity}.
 */
@NullMarked
package org.assistcounter.protocol.journal;

import org.jspecify.annotations.NullMarked;
