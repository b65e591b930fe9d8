/** The shoppers' pages, without a server. */
@NullMarked
package org.assistcounter.fleet.wallets.web;

import org.jspecify.annotations.NullMarked;
