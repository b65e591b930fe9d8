package org.assistcounter.counter.service;

import java.util.Locale;

/** What a technician did with the goods of a locked compartment, on their own word. */
public enum Checked {
    /** Fresh goods are in. */
    RESTOCKED,
    /** Taken out and disposed of; the slots are empty. */
    DISPOSED;

    /** As the journal and the screen say it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
