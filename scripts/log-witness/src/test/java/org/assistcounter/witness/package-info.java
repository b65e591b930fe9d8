@NullMarked
package org.assistcounter.witness;

import org.jspecify.annotations.NullMarked;
