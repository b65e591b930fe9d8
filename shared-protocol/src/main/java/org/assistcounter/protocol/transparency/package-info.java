/**
 * The fleet's transparency log: a Merkle tree (RFC 6962, section 2.1) whose leaves are heads of
 * journals, its signed heads (C2SP tlog-checkpoint) and what witnesses sign under them (C2SP
 * tlog-cosignature). Pure; specified in {@code TRANSPARENCY.md}. Imports identity, journal and
 * signing.
 */
@NullMarked
package org.assistcounter.protocol.transparency;

import org.jspecify.annotations.NullMarked;
