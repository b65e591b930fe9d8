/**
 * The offline verifier of a counter's journal, written from {@code shared-protocol/JOURNAL.md}
 * alone. It is a second implementation on purpose: it uses nothing but the JDK and BouncyCastle, so
 * that a mistake of the counter's own code is not repeated here. The text of an export comes in; a
 * verdict, every error with its record, and the sales rebuilt from the facts go out.
 */
@NullMarked
package org.assistcounter.verifier;

import org.jspecify.annotations.NullMarked;
