@NullMarked
package org.assistcounter.fleet.demonstration;

import org.jspecify.annotations.NullMarked;
