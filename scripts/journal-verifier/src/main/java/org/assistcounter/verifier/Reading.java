package org.assistcounter.verifier;

import java.io.IOException;

/** The records of one journal, read once more from the first on. */
interface Reading {

    /** Shows each record; what cannot be cut or decoded has been told by the first look. */
    void each(Visitor visitor) throws IOException;

    /** Takes a record; {@code ordinal} counts them from 1, and those that cannot be read too. */
    interface Visitor {
        void take(long ordinal, byte[] record) throws IOException;
    }
}
