/**
 * What is offered now: the release of the fleet with what it wants since, how many lie in each
 * slot, and which slots are off. Pure: a fold over the journal's facts. Imports {@code desired}.
 */
@NullMarked
package org.assistcounter.counter.shelf;

import org.jspecify.annotations.NullMarked;
