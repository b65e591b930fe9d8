/**
 * The programme's goods: what they are, where they are from and what they look like. In: the files
 * of the catalogue. Out: products and pictures. Imports the protocol.
 */
@NullMarked
package org.assistcounter.fleet.catalogue;

import org.jspecify.annotations.NullMarked;
