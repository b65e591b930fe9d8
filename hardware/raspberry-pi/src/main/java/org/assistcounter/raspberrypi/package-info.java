/**
 * What needs a Raspberry Pi: the cabinet's contacts on its pins through Pi4J, as a line like every
 * other, and the kernel's watchdog. Imports {@code devices}; only the counter's card image contains
 * this module, and nobody is compiled against it.
 */
@NullMarked
package org.assistcounter.raspberrypi;

import org.jspecify.annotations.NullMarked;
