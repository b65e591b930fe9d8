package org.assistcounter.fleet.database;

/**
 * The database server as somebody to start, to stop and to find. Two kinds exist: ours beside this
 * process, and one that somebody else keeps.
 */
public sealed interface Database permits EmbeddedPostgres, ExternalPostgres {

    /** Makes sure that it answers; returns when it does. Starting a started one does nothing. */
    void start();

    /** Stops it. Only the embedded one can be stopped. */
    void stop();

    /** Where it listens and who we are to it. */
    DatabaseAddress address();
}
