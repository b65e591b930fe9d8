/**
 * What a supervisor asks: does the server answer, and do the two parts it cannot work without. In:
 * one open address. Out: one small JSON object, without anything that helps a stranger. Imports
 * database, link and operators.
 */
@NullMarked
package org.assistcounter.fleet.health;

import org.jspecify.annotations.NullMarked;
