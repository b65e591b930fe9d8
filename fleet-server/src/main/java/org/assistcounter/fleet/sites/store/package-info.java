/**
 * The SQL of sites. Nobody outside the module may see it; every statement stands above the method
 * that runs it, in the method itself. Imports the module's own values and the database's columns.
 * Decides nothing: who may add a site is asked before.
 */
@NullMarked
package org.assistcounter.fleet.sites.store;

import org.jspecify.annotations.NullMarked;
