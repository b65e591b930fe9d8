/**
 * The one core thread. It takes inputs from a bounded queue, lets the sale decide, writes the facts
 * to the journal, and only then lets the edge act.
 */
@NullMarked
package org.assistcounter.counter.loop;

import org.jspecify.annotations.NullMarked;
