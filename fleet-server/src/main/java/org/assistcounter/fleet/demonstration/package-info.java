/**
 * Lets whoever tries the system out stop and start its parts while the rest goes on, only on this
 * machine and only who can read the key in the data directory; and fills the registry with a
 * province, so that there is something to see. Exists only in the demonstration. In: one order at a
 * time, the files of demonstration/README.md. Out: nothing but its effect. Imports the protocol,
 * catalogue, database, divisions, link, operators, settings, spreadsheets.
 */
@NullMarked
package org.assistcounter.fleet.demonstration;

import org.jspecify.annotations.NullMarked;
