/** Tests of the GS1 codes. */
@NullMarked
package org.assistcounter.protocol.gs1;

import org.jspecify.annotations.NullMarked;
