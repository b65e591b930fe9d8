/**
 * What was said on an MDB bus, for technicians. In: lines of bytes. Out: messages as JSON lines,
 * and a capture for Wireshark. Reads with the codecs of the devices module and keeps no other
 * knowledge of the protocol than which device was addressed last and what it agreed on.
 */
@NullMarked
package org.assistcounter.busdecoder;

import org.jspecify.annotations.NullMarked;
