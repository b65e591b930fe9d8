/** Joins the core to the device lines: effects become commands, events become inputs. */
@NullMarked
package org.assistcounter.counter.devices;

import org.jspecify.annotations.NullMarked;
