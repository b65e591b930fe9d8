package org.assistcounter.powercuts;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.assistcounter.powercuts.Images.Judged;
import org.assistcounter.powercuts.Verdict.Kind;
import org.jspecify.annotations.Nullable;

/** How many images came to what, and one that is not sound. Any thread may add to it. */
final class Tally {
    private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    private @Nullable Judged notSound;

    synchronized void add(Judged judged) {
        counts.merge(judged.verdict().kind(), 1L, Long::sum);
        if (!judged.verdict().isSound() && notSound == null) {
            notSound = judged;
        }
    }

    synchronized long of(Kind kind) {
        return counts.getOrDefault(kind, 0L);
    }

    synchronized Optional<Judged> notSound() {
        return Optional.ofNullable(notSound);
    }
}
