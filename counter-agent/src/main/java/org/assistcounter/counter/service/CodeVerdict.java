package org.assistcounter.counter.service;

/** What the edge found when it compared a code with the one that is kept. */
public enum CodeVerdict {
    RIGHT,
    WRONG,
    /** This counter has no code yet, or what is kept cannot be read: nobody can sign in. */
    NOT_SET
}
