/**
 * The sale, from the first touch to goods or money back: a state, an input and a moment in; the
 * next state, facts and effects out. Pure: no clock, thread, random, file or socket. Imports the
 * protocol, the device words, {@code payment}, {@code dispense} and {@code shelf}.
 */
@NullMarked
package org.assistcounter.counter.sale;

import org.jspecify.annotations.NullMarked;
