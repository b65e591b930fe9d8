/**
 * The few contacts of a cabinet itself: door switch, door lock, light, and the line that says that
 * the mains is failing. In: levels, commands and time. Out: levels, and what happened. The line
 * behind it is a Pi's pins ({@code hardware/raspberry-pi}) or a simulated cabinet. Also whether the
 * program is alive, which a watchdog asks. Imports {@code line}; no clock, no thread.
 */
@NullMarked
package org.assistcounter.devices.cabinet;

import org.jspecify.annotations.NullMarked;
