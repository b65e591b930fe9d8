/**
 * Tests of the whole server: its walls, and what a counter and a visitor meet at the real broker,
 * database and web server. One server is started for all of them, since starting it is what costs.
 */
@NullMarked
package org.assistcounter.fleet;

import org.jspecify.annotations.NullMarked;
