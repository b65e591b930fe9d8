package org.assistcounter.fleet.complaints.web;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * How often questions are answered, to one address and to all together: so many at once, and one
 * more after each pause. It keeps a moment for each of the latest addresses and no more, so that
 * whoever asks from many addresses fills no memory; the limit of all is what stops him.
 */
final class QuestionLimit {

    private static final int ADDRESSES_MAX = 10_000;

    /** So many at once, and one more after each pause. */
    record Pace(int atOnce, long pauseMillis) {

        Pace {
            if (atOnce < 1 || pauseMillis < 1) {
                throw new IllegalArgumentException(atOnce + " at once, every " + pauseMillis);
            }
        }

        /** How long until a question is answered, when the last pause ends at that moment. */
        private long wait(long pausedUntil, long now) {
            return Math.max(0, pausedUntil - now - (atOnce - 1) * pauseMillis);
        }
    }

    private final Pace ofOne;
    private final Pace ofAll;
    private final int addressesMax;
    private final SequencedMap<String, Long> pausedUntil = new LinkedHashMap<>();
    private long allPausedUntil;

    QuestionLimit(Pace ofOne, Pace ofAll) {
        this(ofOne, ofAll, ADDRESSES_MAX);
    }

    QuestionLimit(Pace ofOne, Pace ofAll, int addressesMax) {
        this.ofOne = ofOne;
        this.ofAll = ofAll;
        this.addressesMax = addressesMax;
    }

    /** 0 when it is answered, which counts; else how long to wait, which does not. */
    synchronized long waitMillis(String address, long now) {
        long before = Math.max(now, pausedUntil.getOrDefault(address, now));
        long allBefore = Math.max(now, allPausedUntil);
        long wait = Math.max(ofOne.wait(before, now), ofAll.wait(allBefore, now));
        if (wait == 0) {
            allPausedUntil = allBefore + ofAll.pauseMillis();
            remember(address, before + ofOne.pauseMillis());
        }
        return wait;
    }

    /** How many addresses it knows. */
    synchronized int addresses() {
        return pausedUntil.size();
    }

    /** Behind all others, so that whoever asked longest ago is the first. */
    private void remember(String address, long until) {
        pausedUntil.remove(address);
        pausedUntil.put(address, until);
        if (pausedUntil.size() > addressesMax) {
            pausedUntil.pollFirstEntry();
        }
    }
}
