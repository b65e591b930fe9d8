/**
 * What a counter offers: products with their origin, and the slots they lie in with price and lot.
 * A release is complete and has a revision. Imports nothing of ours.
 */
@NullMarked
package org.assistcounter.protocol.shelf;

import org.jspecify.annotations.NullMarked;
