/** What has to hold of lots. */
@NullMarked
package org.assistcounter.fleet.lots;

import org.jspecify.annotations.NullMarked;
