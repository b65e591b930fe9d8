package org.assistcounter.fleet.reconciliation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a run changes in what is kept. */
public sealed interface Change {

    /** It was not known. */
    record Opened(Found found) implements Change {}

    /** It is known with other amounts; its owner and age stay. */
    record Moved(long id, long ours, long theirs) implements Change {}

    /** It is found no more. */
    record Ended(long id) implements Change {}

    /**
     * What follows from a run. What somebody has closed stays closed while its amounts stay; of
     * running totals, while they stay as far apart.
     *
     * @param known all that is open, or was closed by somebody, of what was looked at
     */
    static List<Change> of(Collection<Found> found, Collection<Difference> known) {
        Map<Found.Key, Difference> open = new HashMap<>();
        known.stream().filter(Difference::isOpen).forEach(each -> open.put(each.key(), each));
        List<Change> changes = new ArrayList<>();
        for (Found each : found) {
            Difference before = open.remove(each.key());
            if (before != null && !each.hasAmountsOf(before)) {
                changes.add(new Moved(before.id(), each.ours(), each.theirs()));
            } else if (before == null && !isAccepted(each, known)) {
                changes.add(new Opened(each));
            }
        }
        open.values().forEach(gone -> changes.add(new Ended(gone.id())));
        return changes;
    }

    private static boolean isAccepted(Found found, Collection<Difference> known) {
        return known.stream()
                .filter(each -> !each.isOpen())
                .anyMatch(each -> each.key().equals(found.key()) && found.isApartLike(each));
    }
}
