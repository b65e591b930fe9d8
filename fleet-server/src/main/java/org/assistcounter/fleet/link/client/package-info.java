/**
 * The fleet's own MQTT client: takes what counters send with back-pressure and sends what they are
 * told. The only package that knows the client library. Imports the module's own values and
 * settings.
 */
@NullMarked
package org.assistcounter.fleet.link.client;

import org.jspecify.annotations.NullMarked;
