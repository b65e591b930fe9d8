/**
 * A wallet for demonstrations, with its own books and its own page, behind the same port as a real
 * one.
 */
@NullMarked
package org.assistcounter.fleet.wallets.sandbox;

import org.jspecify.annotations.NullMarked;
