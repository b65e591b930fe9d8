/**
 * The endpoints of enrolment: the open one that a new card calls with its token, and the one by
 * which a signed-in person issues tokens. Translates refusals into problem+json that a technician
 * can act on. Imports the module's root and operators.
 */
@NullMarked
package org.assistcounter.fleet.enrolment.web;

import org.jspecify.annotations.NullMarked;
