/** What tests need of the connections to brokers. */
@NullMarked
package org.assistcounter.fleet.link.client;

import org.jspecify.annotations.NullMarked;
