/**
 * What people see: read models of the other modules' tables, and the pages that show them live. In:
 * the public questions of the other modules, and word of commits. Out: pages, and the export of a
 * journal; nothing imports it. Decides and writes nothing: what a person does on a page goes to the
 * module whose business it is.
 */
@NullMarked
package org.assistcounter.fleet.dashboards;

import org.jspecify.annotations.NullMarked;
