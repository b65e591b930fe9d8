package org.assistcounter.simulators.board;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Motors, goods and the drop sensor, without the wire: what a turn does and what the board would
 * see of it. Counts are made where the thing happens: a turn when the motor runs, a drop when the
 * good falls, seen or not.
 */
final class Shelf {

    private static final String DROP_LATE = "drop-late";
    private static final String GHOST = "ghost";
    private static final String SENSOR_BAD = "sensor-bad";

    private final Map<Integer, SelectionCount> counts;
    private final Set<String> faults = new TreeSet<>();
    private Map<Integer, SelectionCount> shown;

    Shelf(Map<Integer, SelectionCount> counts) {
        this.counts = new TreeMap<>(counts);
        this.shown = Map.copyOf(counts);
    }

    /** The same map as long as nothing has changed: it is asked for at every poll. */
    Map<Integer, SelectionCount> counts() {
        return shown;
    }

    Set<String> faults() {
        return faults;
    }

    void set(String fault, boolean on) {
        if (on) {
            faults.add(fault);
        } else {
            faults.remove(fault);
        }
    }

    void load(int selection, int goods) {
        put(selection, count(selection).loaded(goods));
    }

    boolean isSensorBad() {
        return faults.contains(SENSOR_BAD);
    }

    void sensorBad(boolean on) {
        set(SENSOR_BAD, on);
    }

    boolean hasMotor(int selection) {
        return counts.containsKey(selection) && !faults.contains("motor-absent-" + selection);
    }

    boolean isJammed(int selection) {
        return faults.contains("jam-" + selection);
    }

    /** The motor runs. */
    void turn(int selection) {
        put(selection, count(selection).turned());
    }

    /** Whether a good will fall at all. */
    boolean willFall(int selection) {
        return count(selection).stock() > 0 && !faults.contains("nothing-falls-" + selection);
    }

    boolean takeDropLate() {
        return faults.remove(DROP_LATE);
    }

    void seeGhostNext() {
        set(GHOST, true);
    }

    /** Whether the sensor sees something where nothing has fallen. */
    boolean takeGhost() {
        return !isSensorBad() && faults.remove(GHOST);
    }

    /** A good falls; true if the sensor sees it. */
    boolean drop(int selection) {
        put(selection, count(selection).dropped());
        return !isSensorBad();
    }

    private void put(int selection, SelectionCount count) {
        counts.put(selection, count);
        shown = Map.copyOf(counts);
    }

    private SelectionCount count(int selection) {
        return counts.getOrDefault(selection, SelectionCount.EMPTY);
    }
}
