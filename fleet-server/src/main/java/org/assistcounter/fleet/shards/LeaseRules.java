package org.assistcounter.fleet.shards;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Who has how many shards. Pure. All instances alive get as many, but for one; who has more gives
 * the rest up, who has fewer takes what is free. A shard is free when nobody has it or its instance
 * is not alive. As shares add up to all shards, every free one is somebody's to take.
 */
final class LeaseRules {

    private LeaseRules() {}

    /**
     * What to do now.
     *
     * @param kept shards that stay
     * @param givenUp shards that another instance is to have
     * @param taken how many free ones to take
     */
    record Move(SortedSet<Integer> kept, SortedSet<Integer> givenUp, int taken) {}

    /**
     * @param alive all instances alive, the asker among them, in the same order for all of them
     * @param holders who has each shard that somebody has
     */
    static Move move(String me, List<String> alive, Map<Integer, String> holders) {
        int share = share(alive.indexOf(me), alive.size());
        SortedSet<Integer> kept = new TreeSet<>();
        SortedSet<Integer> givenUp = new TreeSet<>();
        holders.forEach((shard, holder) -> {
            if (holder.equals(me)) {
                kept.add(shard);
            }
        });
        while (kept.size() > share) {
            givenUp.add(kept.removeLast());
        }
        return new Move(kept, givenUp, Math.max(0, share - kept.size()));
    }

    private static int share(int rank, int count) {
        if (rank < 0) {
            throw new IllegalArgumentException("The asker is not alive.");
        }
        return Shard.COUNT / count + (rank < Shard.COUNT % count ? 1 : 0);
    }
}
