/**
 * The GS1 codes that a lot of produce carries: article number, batch, days and serial, as GS1-128,
 * GS1 DataMatrix, QR code or typed text, or as a GS1 Digital Link. In: what a scanner or a person
 * gives. Out: a checked {@link LotCode}, or a reason that pages translate; and the same codes
 * written. Imports nothing of ours.
 */
@NullMarked
package org.assistcounter.protocol.gs1;

import org.jspecify.annotations.NullMarked;
