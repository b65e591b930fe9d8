/** What programs ask and order of desired states; the page is in `dashboards`. */
@NullMarked
package org.assistcounter.fleet.directives.web;

import org.jspecify.annotations.NullMarked;
