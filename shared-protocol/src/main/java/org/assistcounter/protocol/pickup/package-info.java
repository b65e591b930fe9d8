/**
 * The code that a shopper shows to fetch an order which is paid already. Imports {@code identity}
 * and {@code signing}.
 */
@NullMarked
package org.assistcounter.protocol.pickup;

import org.jspecify.annotations.NullMarked;
