/**
 * The sale and the sync as TLA+ models, and the TLC model checker over them. In: the modules beside
 * this package and the name of a guard to leave out. Out: how many states there are, whether all
 * that must hold does, and if not, the shortest way to where it does not.
 */
@NullMarked
package org.assistcounter.protocolmodel;

import org.jspecify.annotations.NullMarked;
