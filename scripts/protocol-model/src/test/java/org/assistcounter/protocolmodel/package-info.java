@NullMarked
package org.assistcounter.protocolmodel;

import org.jspecify.annotations.NullMarked;
