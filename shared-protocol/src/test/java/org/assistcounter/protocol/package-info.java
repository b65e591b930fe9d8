/** Tests of rules that hold for the whole protocol. */
@NullMarked
package org.assistcounter.protocol;

import org.jspecify.annotations.NullMarked;
