/**
 * Ed25519 as the protocol uses it: raw 32-byte public keys, 64-byte signatures, an 8-byte key id.
 * The signer is an interface because a simulation may use a cheap one, and a server one in native
 * code. Imports nothing of ours.
 */
@NullMarked
package org.assistcounter.protocol.signing;

import org.jspecify.annotations.NullMarked;
