/**
 * Where goods come from, lot by lot, and where they lie. In: lots that suppliers enter, what
 * offices find in samples, goods on their way. Out: lots with all that is known of them, and
 * whether they may be sold. Imports catalogue, counters, divisions, operators, spreadsheets and the
 * protocol's GS1 codes.
 */
@NullMarked
package org.assistcounter.fleet.lots;

import org.jspecify.annotations.NullMarked;
