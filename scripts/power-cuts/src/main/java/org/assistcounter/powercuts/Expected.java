package org.assistcounter.powercuts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assistcounter.protocol.journal.JournalRecord;

/** The records that the workload wrote or was about to write, and after which of them it paused. */
final class Expected {
    private final List<List<JournalRecord>> appends;
    private final List<byte[]> records = new ArrayList<>();
    private final Set<Integer> ends = new HashSet<>();

    Expected(List<List<JournalRecord>> appends) {
        this.appends = List.copyOf(appends);
        ends.add(0);
        for (List<JournalRecord> append : appends) {
            append.forEach(record -> records.add(record.bytes()));
            ends.add(records.size());
        }
    }

    /** What is wrong with these records as the beginning of the journal; empty when nothing. */
    String wrong(List<byte[]> found) {
        if (found.size() > records.size()) {
            return "there are records that nobody wrote";
        }
        for (int i = 0; i < found.size(); i++) {
            if (!Arrays.equals(found.get(i), records.get(i))) {
                return "record " + (i + 1) + " has other bytes";
            }
        }
        return ends.contains(found.size())
                ? ""
                : "an append is there in part, up to record " + found.size();
    }

    /** The append that goes on after this many records; none at the end. */
    List<JournalRecord> after(int count) {
        for (List<JournalRecord> append : appends) {
            if (append.getFirst().header().seq() == count + 1) {
                return append;
            }
        }
        return List.of();
    }
}
