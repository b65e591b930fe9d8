/** What the broker's gates let pass. */
@NullMarked
package org.assistcounter.fleet.link.broker;

import org.jspecify.annotations.NullMarked;
