/**
 * The door: which request needs a session, how a session is found, and the page on which one
 * begins. Every answer leaves with the same security headers. Imports the module's root and
 * settings; other modules' pages are guarded by it without importing it.
 */
@NullMarked
package org.assistcounter.fleet.operators.web;

import org.jspecify.annotations.NullMarked;
