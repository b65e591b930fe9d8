@NullMarked
package org.assistcounter.fleet.catalogue;

import org.jspecify.annotations.NullMarked;
