package org.assistcounter.simulation.port;

/** A life's end of one device: what it commands goes in here, what it hears comes by its ears. */
public interface Port<C> {

    /** The owner commands. */
    void command(C command);

    /** The line opens, for the first time or again. */
    void connect();

    /** The line is cut; both ends notice at once. */
    void cut();
}
