/**
 * The ways to counters: the broker in this process, or connections to those of others, and whose
 * message is heard when. The only package that knows the client library. Imports the module's own
 * values, our own broker and settings.
 */
@NullMarked
package org.assistcounter.fleet.link.client;

import org.jspecify.annotations.NullMarked;
