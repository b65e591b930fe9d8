/**
 * A cooled cabinet: air, goods, evaporator, door and what a sensor in it says. In: what is switched
 * on, what somebody does, time. Out: the kernel's text of a DS18B20, and the true temperature. No
 * clock, no thread.
 */
@NullMarked
package org.assistcounter.simulators.climate;

import org.jspecify.annotations.NullMarked;
