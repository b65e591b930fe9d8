/**
 * Sign-in by passkeys (Web Authentication, level 2): what a browser is asked, and what its answers
 * are worth. In: a person who makes one, or a browser that shows one. Out: a person of ours, or the
 * word of a refusal.
 */
@NullMarked
package org.assistcounter.fleet.operators.passkey;

import org.jspecify.annotations.NullMarked;
