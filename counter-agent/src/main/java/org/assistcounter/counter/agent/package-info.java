/**
 * Start, wiring and stop: the only package that sees all others. Reads the settings and the
 * identity, opens the journal, recovers, and starts the threads.
 */
@NullMarked
package org.assistcounter.counter.agent;

import org.jspecify.annotations.NullMarked;
