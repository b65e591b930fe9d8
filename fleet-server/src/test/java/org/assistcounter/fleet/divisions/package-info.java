@NullMarked
package org.assistcounter.fleet.divisions;

import org.jspecify.annotations.NullMarked;
