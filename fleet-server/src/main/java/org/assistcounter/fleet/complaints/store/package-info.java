/** SQL of complaints. */
@NullMarked
package org.assistcounter.fleet.complaints.store;

import org.jspecify.annotations.NullMarked;
