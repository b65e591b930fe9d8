/**
 * Sign-in by an organisation's own provider (OpenID Connect): its settings, what is asked of it
 * over the network, and what its answers are worth. In: an organisation, or somebody who binds an
 * account. Out: a person of ours, or the word of a refusal. Who may do what is never asked there.
 */
@NullMarked
package org.assistcounter.fleet.operators.provider;

import org.jspecify.annotations.NullMarked;
