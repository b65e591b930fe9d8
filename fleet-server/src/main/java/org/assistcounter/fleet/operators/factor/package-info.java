/** The second factor of a sign-in: codes of six digits that an app on a phone shows. */
@NullMarked
package org.assistcounter.fleet.operators.factor;

import org.jspecify.annotations.NullMarked;
