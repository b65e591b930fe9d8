package org.assistcounter.devices.line;

import java.io.IOException;

/** How to open a line, again and again: a device may be plugged in later. */
public interface LineOpener extends AutoCloseable {

    /** Opens the line, or says why it cannot be opened now. */
    Line open() throws IOException;

    /** Gives back what outlives a single line, such as a port that is listened on. */
    @Override
    default void close() {}
}
