package org.assistcounter.simulation;

/** What reached the fleet: a counter's message, or a card that was given a counter's place. */
sealed interface Arrival permits Message, KeyGiven {}
