/** The shopper's page about the money of one sale. Imports wallets and the sign-in's open paths. */
@NullMarked
package org.assistcounter.fleet.wallets.web;

import org.jspecify.annotations.NullMarked;
