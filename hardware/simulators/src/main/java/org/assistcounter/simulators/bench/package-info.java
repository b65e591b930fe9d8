/**
 * The bench: the simulated reader and board as one process, with a page to play shopper and
 * technician. In: two TCP lines and HTTP, on loopback only. Out: what the wires saw, as JSON and
 * kept in a file. For development and end-to-end runs; never in a product image.
 */
@NullMarked
package org.assistcounter.simulators.bench;

import org.jspecify.annotations.NullMarked;
