/**
 * The up lane's end: a batch is checked, kept and booked in one transaction, and answered with a
 * checkpoint after the commit. What is wrong is named and kept. In: messages of the link. Out:
 * booked facts, and a flux of commits for whoever shows them live.
 */
@NullMarked
package org.assistcounter.fleet.ingest;

import org.jspecify.annotations.NullMarked;
