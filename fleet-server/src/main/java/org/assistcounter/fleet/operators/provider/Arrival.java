package org.assistcounter.fleet.operators.provider;

import org.assistcounter.fleet.operators.People;

/** What became of who came back from a provider. */
public sealed interface Arrival {

    /**
     * Somebody of ours.
     *
     * @param isByTwoFactors whether the provider has seen two factors; otherwise we ask for ours
     */
    record Recognised(People.Recognised person, boolean isByTwoFactors) implements Arrival {}

    /** The account is bound to who was signed in here, and is from now on. */
    record Bound() implements Arrival {}

    /** Nobody; the end of a message's name. */
    record Refused(String word) implements Arrival {}
}
