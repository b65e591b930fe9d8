/**
 * By what the fleet wants each counter to sell, and by what the counter says that it does. In: what
 * a person changes, greetings and reports of counters. Out: signed desired states to whoever is
 * connected and behind; how each counter stands. Imports catalogue, counters, database, enrolment
 * (for the key), link, operators, shards and sites.
 */
@NullMarked
package org.assistcounter.fleet.directives;

import org.jspecify.annotations.NullMarked;
