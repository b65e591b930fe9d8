package org.assistcounter.simulation;

import org.assistcounter.protocol.identity.CounterId;

/** A counter has other keys from now on. */
record KeyGiven(CounterId counter, Surroundings.Keys keys) implements Arrival {}
