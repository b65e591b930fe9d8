/** The shoppers' pages, without a server. */
@NullMarked
package org.assistcounter.fleet.complaints.web;

import org.jspecify.annotations.NullMarked;
