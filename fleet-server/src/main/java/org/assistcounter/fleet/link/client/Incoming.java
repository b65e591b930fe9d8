package org.assistcounter.fleet.link.client;

import org.assistcounter.fleet.link.Uplink;

/**
 * A message and where it came in.
 *
 * @param done to be run once, when it is done with
 */
record Incoming(Uplink message, Object connection, Runnable done) {}
