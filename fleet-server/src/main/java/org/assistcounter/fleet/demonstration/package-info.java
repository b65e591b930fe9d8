/**
 * Lets whoever tries the system out stop and start its parts while the rest goes on. Exists only in
 * the demonstration, only for this machine, and only for who can read the key in the data
 * directory. In: one order at a time. Out: nothing but its effect. Imports database, link,
 * operators, settings.
 */
@NullMarked
package org.assistcounter.fleet.demonstration;

import org.jspecify.annotations.NullMarked;
