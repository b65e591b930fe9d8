/**
 * What an auditor is given: an archive of journals' exact bytes with what the fleet has signed for
 * them. Pure; specified in {@code TRANSPARENCY.md}. Imports identity, journal, signing and
 * transparency.
 */
@NullMarked
package org.assistcounter.protocol.export;

import org.jspecify.annotations.NullMarked;
