package org.assistcounter.simulation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A motor turns at most once for each command on disk, and only while that command is open. A
 * command that came to nothing is no credit for a later turn, and a turn of one slot is not paid
 * for by the command of another.
 */
final class TurnRule {
    private final Map<Integer, Long> seen = new HashMap<>();
    private final Set<Integer> allowed = new HashSet<>();

    /** A command is on disk. */
    void commanded(int slot) {
        allowed.add(slot);
    }

    /** How it went is on disk; whatever turns after that turns without a command. */
    void resolved(int slot) {
        allowed.remove(slot);
    }

    /** What the board counts now, by slot; told after every change. */
    void counted(Map<Integer, Long> turns) {
        turns.forEach((slot, count) -> {
            long more = count - seen.getOrDefault(slot, 0L);
            if (more > 0) {
                Violation.unless(
                        more == 1 && allowed.remove(slot),
                        "the motor of slot %d turned without its command on disk, or twice for one"
                                .formatted(slot));
            }
            seen.put(slot, count);
        });
    }
}
