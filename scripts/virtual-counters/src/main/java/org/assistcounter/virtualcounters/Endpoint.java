package org.assistcounter.virtualcounters;

/** Something of our own that counters connect to, beside the server. Closing it ends it. */
interface Endpoint extends AutoCloseable {

    /** On this machine. */
    int port();

    /** What it holds in memory when it has thrown away what it does not need. */
    long residentBytes();

    @Override
    void close();
}
