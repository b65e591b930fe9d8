/**
 * The up lane between a counter and the fleet: hello, batches of records, the fleet's answer and
 * the signed checkpoint that alone moves a counter's cursor. Imports {@code cbor}, {@code identity}
 * and {@code journal}.
 */
@NullMarked
package org.assistcounter.protocol.sync;

import org.jspecify.annotations.NullMarked;
