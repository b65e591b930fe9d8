/**
 * Which records the fleet still lacks: a cursor over the journal. Pure. In: appended records, the
 * fleet's answers and time. Out: what to send. Only a signed checkpoint moves the cursor.
 */
@NullMarked
package org.assistcounter.counter.outbox;

import org.jspecify.annotations.NullMarked;
