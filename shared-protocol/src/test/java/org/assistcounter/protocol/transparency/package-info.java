@NullMarked
package org.assistcounter.protocol.transparency;

import org.jspecify.annotations.NullMarked;
