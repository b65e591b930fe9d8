/**
 * The SQL of people, sessions, tenants and the audit. Nobody outside the module may see it; every
 * statement stands in the method that runs it. Imports the module's own values and the database's
 * columns. Decides nothing.
 */
@NullMarked
package org.assistcounter.fleet.operators.store;

import org.jspecify.annotations.NullMarked;
