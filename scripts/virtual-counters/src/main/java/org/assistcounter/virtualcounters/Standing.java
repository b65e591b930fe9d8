package org.assistcounter.virtualcounters;

/** How all counters stand at one moment. */
final class Standing {
    private final Meters meters = new Meters();
    private final Meters hostileMeters = new Meters();
    private final Takings takings = new Takings();
    private int counters;
    private int connected;
    private int over;
    private int doubted;
    private long written;
    private long unacknowledged;
    private long hostileMessages;
    private long owed;

    void add(CounterLoop loop) {
        meters.add(loop.meters());
        hostileMeters.add(loop.hostileEnds());
        takings.add(loop.takings());
        loop.twins().forEach(pair -> takings.add(pair.takings()));
        hostileMessages += loop.hostiles().stream().mapToLong(Hostile::sent).sum();
        owed += loop.hostiles().stream().filter(Hostile::isOwed).count();
        for (VirtualCounter counter : loop.counters()) {
            counters++;
            connected += counter.isConnected() ? 1 : 0;
            over += counter.isOver() ? 1 : 0;
            doubted += counter.isDoubted() ? 1 : 0;
            written += counter.written();
            unacknowledged += counter.unacknowledged();
        }
    }

    Meters meters() {
        return meters;
    }

    /** What became of the connections of those that mean harm. */
    Meters hostileMeters() {
        return hostileMeters;
    }

    /** What they sent. */
    long hostileMessages() {
        return hostileMessages;
    }

    /** True sales of those that mean harm are signed for too, so that the books may be compared. */
    boolean isAllTold() {
        return owed == 0 && unacknowledged == 0;
    }

    Takings takings() {
        return takings;
    }

    int counters() {
        return counters;
    }

    int connected() {
        return connected;
    }

    /** Counters whose fleet does not believe their journal. */
    int doubted() {
        return doubted;
    }

    /** Records in all journals. */
    long written() {
        return written;
    }

    /** Records for which the fleet has not signed. */
    long unacknowledged() {
        return unacknowledged;
    }

    boolean isAllConnected() {
        return connected == counters;
    }

    /** Everybody is there, and the fleet has what was written until now. */
    boolean isAllSynced() {
        return isAllConnected() && unacknowledged == 0;
    }

    /** Nothing more is sold, and the fleet has all of it. */
    boolean isAllOver() {
        return over == counters && unacknowledged == 0;
    }
}
