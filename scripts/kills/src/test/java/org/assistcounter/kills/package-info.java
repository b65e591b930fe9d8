@NullMarked
package org.assistcounter.kills;

import org.jspecify.annotations.NullMarked;
