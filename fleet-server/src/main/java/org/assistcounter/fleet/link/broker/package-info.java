/**
 * The embedded broker: its entrance, its two gates (who may connect, and on which topics), and the
 * ear that hands on what counters say. The only package that knows HiveMQ's server; another broker
 * with the same rules may take its place. The broker's disk is disposable, so it has none. Imports
 * the module's own values, counters and settings.
 */
@NullMarked
package org.assistcounter.fleet.link.broker;

import org.jspecify.annotations.NullMarked;
