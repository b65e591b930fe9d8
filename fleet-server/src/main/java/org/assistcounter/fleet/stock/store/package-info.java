/** SQL of the stock. */
@NullMarked
package org.assistcounter.fleet.stock.store;

import org.jspecify.annotations.NullMarked;
