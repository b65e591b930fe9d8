/**
 * The SQL of lots. Who sees a lot is decided by its supplier, so statements join the registry's
 * tables and change none of them.
 */
@NullMarked
package org.assistcounter.fleet.lots.store;

import org.jspecify.annotations.NullMarked;
