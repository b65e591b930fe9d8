/**
 * What is offered now: the release of the fleet, how many lie in each slot, and which slots are
 * off. Pure: a fold over the journal's facts. Imports the protocol only.
 */
@NullMarked
package org.assistcounter.counter.shelf;

import org.jspecify.annotations.NullMarked;
