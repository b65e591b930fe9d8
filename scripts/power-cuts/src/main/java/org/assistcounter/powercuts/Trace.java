package org.assistcounter.powercuts;

import java.util.List;
import java.util.Map;

/**
 * What happened to a folder.
 *
 * @param before the files that were there, all of them on the disk
 * @param acknowledged the newest record that was acknowledged before
 */
record Trace(Map<String, byte[]> before, long acknowledged, List<DiskCall> calls) {
    Trace {
        before = Map.copyOf(before);
        calls = List.copyOf(calls);
    }
}
