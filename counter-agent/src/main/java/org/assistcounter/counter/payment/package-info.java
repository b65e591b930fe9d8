/**
 * What a payment attempt learns from a terminal or a wallet, and which ways to pay work now. Pure.
 * In: events of the reader, answers of the fleet. Out: news for the sale, in one language for both.
 */
@NullMarked
package org.assistcounter.counter.payment;

import org.jspecify.annotations.NullMarked;
