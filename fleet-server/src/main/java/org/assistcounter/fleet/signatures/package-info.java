/**
 * Looks at every signature that ingest has not checked, behind it and slower than it. In: records
 * whose signature waits, from evidence. Out: doubts about counters that signed one wrongly, and how
 * far it is. Imports evidence, ingest (only how busy it is), counters, doubts and settings.
 */
@NullMarked
package org.assistcounter.fleet.signatures;

import org.jspecify.annotations.NullMarked;
