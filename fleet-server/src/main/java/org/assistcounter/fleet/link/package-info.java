/**
 * The one connection between counters and fleet: MQTT over mutual TLS. In: messages of counters,
 * each given to the one `UplinkHandler` in order per counter. Out: `Downlink` to send with,
 * `RefusalLog` of what was turned away, `MessageLimit` of how much each may say, `Link` to stop and
 * start the broker. Nothing here is a source of truth: a lost message is sent again by whoever has
 * no signed answer. Imports counters, enrolment, settings.
 */
@NullMarked
package org.assistcounter.fleet.link;

import org.jspecify.annotations.NullMarked;
