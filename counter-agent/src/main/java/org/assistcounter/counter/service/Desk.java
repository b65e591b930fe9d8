package org.assistcounter.counter.service;

import org.assistcounter.protocol.journal.Fact;

/** What the core keeps for technicians, whether one is there or not. */
public record Desk(Attempts attempts, Troubles troubles) {

    /** A counter that nothing is known of. */
    public static final Desk NEW = new Desk(Attempts.NONE, Troubles.NONE);

    public Desk with(Attempts next) {
        return new Desk(next, troubles);
    }

    /** After this fact. */
    public Desk after(Fact fact, long wallMillis) {
        return new Desk(attempts, troubles.after(fact, wallMillis));
    }
}
