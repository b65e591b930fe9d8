/**
 * What a supervisor asks: does the server answer, and do the two parts it cannot work without. In:
 * three open addresses, and `/metrics` for who has its key. Out: small JSON objects, without
 * anything that helps a stranger, and the meters of all rooms. Imports database, link, metrics,
 * operators and settings.
 */
@NullMarked
package org.assistcounter.fleet.health;

import org.jspecify.annotations.NullMarked;
