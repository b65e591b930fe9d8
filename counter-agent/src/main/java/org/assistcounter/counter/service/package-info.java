/**
 * The technician's sign-in: its code, how often a wrong one may be tried, and what a visit is about
 * (slots off, compartments locked, since when and why). In: facts of the journal, verdicts on
 * codes. Out: whether a code is taken now, what to write down. Pure; imports nothing of ours but
 * facts.
 */
@NullMarked
package org.assistcounter.counter.service;

import org.jspecify.annotations.NullMarked;
