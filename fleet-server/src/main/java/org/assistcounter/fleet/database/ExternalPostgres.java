package org.assistcounter.fleet.database;

/** A database that somebody else keeps: found by its address, never started or stopped by us. */
record ExternalPostgres(DatabaseAddress address) implements Database {

    @Override
    public void start() {
        // It runs already, or the migrations say in words that it does not answer.
    }

    @Override
    public void stop() {
        throw new IllegalStateException(
                "The database at " + address + " is not this server's to stop.");
    }
}
