package org.assistcounter.fleet.operators.provider;

import java.util.UUID;

/** What somebody is sent to a provider for. */
public sealed interface Errand {

    /** To sign in by an account that is bound. */
    record SignIn() implements Errand {}

    /**
     * To take an invitation, and bind the account to whom it is for.
     *
     * @param invitation the hash of its token
     */
    record Accept(String invitation) implements Errand {}

    /**
     * To bind the account to who is signed in here.
     *
     * @param credentials what they had then; nothing is bound when that has ended meanwhile
     */
    record Bind(UUID person, long credentials) implements Errand {}
}
