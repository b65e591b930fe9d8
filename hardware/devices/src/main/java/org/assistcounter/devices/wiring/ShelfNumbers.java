package org.assistcounter.devices.wiring;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The numbers by which a shelf calls what hangs on a wiring. A wiring is checked against them, so
 * that a wrong number is a refused file and not a door that nobody can open.
 *
 * @param selections the motors or locks that goods lie behind
 * @param compartments the cooled compartments that goods lie in
 */
public record ShelfNumbers(SortedSet<Integer> selections, SortedSet<Integer> compartments) {

    /** Where no shelf is known yet. */
    public static final ShelfNumbers NONE =
            new ShelfNumbers(Collections.emptySortedSet(), Collections.emptySortedSet());

    public ShelfNumbers {
        selections = Collections.unmodifiableSortedSet(new TreeSet<>(selections));
        compartments = Collections.unmodifiableSortedSet(new TreeSet<>(compartments));
    }
}
