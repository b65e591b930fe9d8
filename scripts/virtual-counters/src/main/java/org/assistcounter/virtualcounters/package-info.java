/**
 * The fleet's load: counters without devices, many to a process. What a counter says to the fleet
 * is said by the agent's own journal, outbox and dialogue over real MQTT and TLS; what it sells is
 * drawn from a seed. Imports the agent and the protocol; knows the server by its network only.
 */
@NullMarked
package org.assistcounter.virtualcounters;

import org.jspecify.annotations.NullMarked;
