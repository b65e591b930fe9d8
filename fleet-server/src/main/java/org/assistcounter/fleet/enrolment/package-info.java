/**
 * How a card becomes a counter: a one-time token from a technician, a certificate from the
 * authority, and the keys by which a counter recognises the fleet's answers. In: tokens and signing
 * requests. Out: certificates, the registry's new line, and narrow signing keys for other modules;
 * `EnrolmentExtra` lets them add to the answer. Imports counters, sites, operators, settings.
 */
@NullMarked
package org.assistcounter.fleet.enrolment;

import org.jspecify.annotations.NullMarked;
