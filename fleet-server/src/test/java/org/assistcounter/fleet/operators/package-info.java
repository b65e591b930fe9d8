/** Rules of people and passwords, without a server. */
@NullMarked
package org.assistcounter.fleet.operators;

import org.jspecify.annotations.NullMarked;
