/**
 * How many lie in each slot of each counter, as the journals tell. In: facts, from ingest, in its
 * transaction. Out: slots with product, lot and quantity. Imports database and the protocol.
 */
@NullMarked
package org.assistcounter.fleet.stock;

import org.jspecify.annotations.NullMarked;
