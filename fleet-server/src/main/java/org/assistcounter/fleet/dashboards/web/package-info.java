/**
 * The addresses of the pages, their live stream and the journal's export. Each shows the signed-in
 * person's own tenant only. Imports the module's root and operators.
 */
@NullMarked
package org.assistcounter.fleet.dashboards.web;

import org.jspecify.annotations.NullMarked;
