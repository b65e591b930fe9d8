/**
 * The devices of a cabinet as a sale sees them, joined at the port of the drivers: commands in,
 * events out, after the time that the real ones take. No bytes, no drivers, no polling. In: a world
 * and what somebody does to a device. Out: the events that the shipped drivers tell of the same
 * device; a test runs the same scripts against both. Knows nothing of the sale and of seeds.
 */
@NullMarked
package org.assistcounter.simulation.port;

import org.jspecify.annotations.NullMarked;
