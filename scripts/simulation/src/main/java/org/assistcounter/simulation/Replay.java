package org.assistcounter.simulation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assistcounter.counter.journal.store.SqliteJournalStore;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.JournalRecord;
import org.assistcounter.protocol.journal.MalformedRecordException;
import org.assistcounter.protocol.sync.Topics;

/**
 * The traffic of a seed again, with real signatures, into the shipped server over PostgreSQL, and
 * each card's records into the shipped SQLite store. What is booked and what is not believed must
 * come to the same. Questions are left out: they are no source for the ledger.
 */
final class Replay {
    private final FleetSimulation simulation;
    private final List<Arrival> messages;

    private Replay(FleetSimulation simulation, List<Arrival> messages) {
        this.simulation = simulation;
        this.messages = messages;
    }

    /** What a replay came to, when all of it agreed. */
    record Report(
            long messages,
            long records,
            long postings,
            long refused,
            long keysGiven,
            String hash) {}

    /** Runs the seed; a {@link Violation} names what did not hold. */
    static Replay of(long seed, int counters, long hours) {
        List<Arrival> messages = new ArrayList<>();
        var setup = new FleetSimulation.Setup(seed, counters, true);
        FleetSimulation simulation =
                new FleetSimulation(
                        setup,
                        arrival -> {
                            boolean isAsked =
                                    arrival instanceof Message message
                                            && message.suffix().equals(Topics.ASK);
                            if (!isAsked) {
                                messages.add(arrival);
                            }
                        });
        simulation.run(hours);
        return new Replay(simulation, messages);
    }

    /**
     * Into real databases.
     *
     * @param directory where the cards' files go
     */
    Report into(Path directory, RealFleet fleet) {
        long records = cards(directory);
        List<LedgerLine> booked = new ArrayList<>();
        for (Identity identity : simulation.identities()) {
            booked.addAll(identity.fleet().books().lines());
        }
        String hash = LedgerLine.hash(booked);
        simulation.identities().forEach(fleet::enrol);
        messages.forEach(fleet::arrived);
        compare(fleet, hash);
        long refused = simulation.traffic().refused().values().stream().mapToLong(List::size).sum();
        return new Report(
                messages.size(),
                records,
                booked.size(),
                refused,
                simulation.traffic().keysGiven(),
                hash);
    }

    private void compare(RealFleet fleet, String hash) {
        List<CounterId> counters = simulation.identities().stream().map(Identity::id).toList();
        Violation.unless(
                LedgerLine.hash(fleet.lines(counters)).equals(hash),
                "PostgreSQL has another ledger than memory");
        Violation.unless(fleet.parked() == 0, "the real fleet parked what memory booked");
        Violation.unless(
                fleet.refused(counters).equals(simulation.traffic().refused()),
                "the real fleet did not believe other messages");
        for (Identity identity : simulation.identities()) {
            Violation.unless(
                    fleet.head(identity.id()).equals(identity.fleet().head()),
                    "the real fleet has another head of " + identity.id());
        }
    }

    /** Each card on a disk, and the books made anew from what is read back. */
    private long cards(Path directory) {
        long count = 0;
        int number = 0;
        for (Stand stand : simulation.stands()) {
            Path file = directory.resolve("card-" + ++number + ".sqlite");
            List<JournalRecord> read = throughSqlite(file, stand.records());
            String hash = LedgerLine.hash(MemoryBooks.of(read).lines());
            List<LedgerLine> expected =
                    stand.identity().isCopied()
                            ? MemoryBooks.of(stand.records()).lines()
                            : stand.identity().fleet().books().lines();
            Violation.unless(
                    hash.equals(LedgerLine.hash(expected)),
                    "the books of card " + number + " are others from SQLite than from memory");
            count += read.size();
        }
        return count;
    }

    private static List<JournalRecord> throughSqlite(Path file, List<JournalRecord> records) {
        try (SqliteJournalStore store = SqliteJournalStore.open(file)) {
            for (List<JournalRecord> append : appends(records)) {
                store.append(append);
            }
        }
        List<JournalRecord> read = new ArrayList<>();
        try (SqliteJournalStore store = SqliteJournalStore.openToRead(file)) {
            store.forEach(bytes -> read.add(record(bytes)));
        }
        return read;
    }

    /** What was written at one moment was written at once. */
    private static List<List<JournalRecord>> appends(List<JournalRecord> records) {
        List<List<JournalRecord>> appends = new ArrayList<>();
        long moment = Long.MIN_VALUE;
        for (JournalRecord record : records) {
            long wall = record.header().clock().wallMillis();
            if (wall != moment) {
                appends.add(new ArrayList<>());
                moment = wall;
            }
            appends.getLast().add(record);
        }
        return appends;
    }

    private static JournalRecord record(byte[] bytes) {
        try {
            return JournalRecord.read(bytes);
        } catch (MalformedRecordException e) {
            throw new Violation("SQLite gave back another record: " + e.getMessage());
        }
    }
}
