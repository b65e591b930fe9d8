/**
 * Names of things that exist before they happen: counters, sales, payment attempts, refunds. Each
 * is drawn or derived once and then only copied. Imports nothing of ours.
 */
@NullMarked
package org.assistcounter.protocol.identity;

import org.jspecify.annotations.NullMarked;
