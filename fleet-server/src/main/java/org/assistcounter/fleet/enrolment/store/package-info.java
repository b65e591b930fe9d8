/**
 * The SQL of one-time enrolment tokens. Nobody outside the module may see it; every statement
 * stands in the method that runs it. Imports the module's own values and the database's columns.
 * Decides nothing but who is first.
 */
@NullMarked
package org.assistcounter.fleet.enrolment.store;

import org.jspecify.annotations.NullMarked;
