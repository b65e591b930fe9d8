@NullMarked
package org.assistcounter.devicecheck;

import org.jspecify.annotations.NullMarked;
