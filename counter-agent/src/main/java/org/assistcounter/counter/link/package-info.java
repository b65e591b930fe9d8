/**
 * The MQTT connection to the fleet, over TLS with the counter's certificate. It connects again by
 * itself, sends what the outbox says and hands the fleet's words to the core. Its buffering,
 * persistence and automatic reconnect are off: the journal is the only queue. One thread owns it.
 */
@NullMarked
package org.assistcounter.counter.link;

import org.jspecify.annotations.NullMarked;
