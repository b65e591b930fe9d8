package org.assistcounter.fleet.link.broker;

import org.assistcounter.fleet.link.Uplink;

/**
 * A message that was taken from a counter's connection.
 *
 * @param done to be run when it is done with
 */
public record Heard(Uplink message, Runnable done) {}
