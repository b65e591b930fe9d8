/** The SQL of the registry. */
@NullMarked
package org.assistcounter.fleet.catalogue.store;

import org.jspecify.annotations.NullMarked;
