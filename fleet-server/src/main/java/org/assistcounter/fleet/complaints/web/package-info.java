/** What a shopper whose money is in question may ask for. */
@NullMarked
package org.assistcounter.fleet.complaints.web;

import org.jspecify.annotations.NullMarked;
