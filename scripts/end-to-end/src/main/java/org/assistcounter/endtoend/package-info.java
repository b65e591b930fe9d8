/**
 * The real programs, started by the launcher on free ports, used as a shopper, a visitor and a
 * power cut would. In: nothing. Out: verdicts, and a picture of every state of the shopper's screen
 * in target/screens. Slow; imports the launcher only.
 */
@NullMarked
package org.assistcounter.endtoend;

import org.jspecify.annotations.NullMarked;
