package org.assistcounter.virtualcounters;

/** Something of a fleet that may be killed and started again. */
interface Part {

    /** Ends it at once, as a power cut does. */
    void kill();

    /** After a kill; returns when it works. */
    void startAgain();
}
