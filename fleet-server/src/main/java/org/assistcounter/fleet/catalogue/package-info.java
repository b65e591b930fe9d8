/**
 * The programme's goods: what counters sell by, who grows and makes it, and how it is recognised.
 * In: the files of the catalogue, and what suppliers and offices enter and decide. Out: products,
 * suppliers, applications, the blacklist. Imports the protocol, divisions, operators, spreadsheets.
 */
@NullMarked
package org.assistcounter.fleet.catalogue;

import org.jspecify.annotations.NullMarked;
