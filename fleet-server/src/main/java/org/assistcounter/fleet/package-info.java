/**
 * The fleet server: what thirty thousand counters report to and are directed from. This package
 * only starts it; each package below is one word of the business and a module of its own, whose
 * root is its API, whose `web` holds endpoints and whose `store` holds SQL. `settings` and
 * `database` are the two that are not business words. Imports shared-protocol, never the counter
 * agent.
 */
@NullMarked
package org.assistcounter.fleet;

import org.jspecify.annotations.NullMarked;
