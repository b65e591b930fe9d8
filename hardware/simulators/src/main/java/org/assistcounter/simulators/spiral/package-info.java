/**
 * The other end of a spiral matrix's line: an MCP23017 with motors, home switches and a drop sensor
 * behind it. In: register accesses and tricks. Out: answers, and snapshots of what turned and fell,
 * counted by the motors themselves. No clock, no thread.
 */
@NullMarked
package org.assistcounter.simulators.spiral;

import org.jspecify.annotations.NullMarked;
