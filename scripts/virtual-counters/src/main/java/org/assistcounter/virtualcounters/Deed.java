package org.assistcounter.virtualcounters;

import java.util.List;
import org.assistcounter.protocol.journal.Fact;

/**
 * Facts that a counter writes down together.
 *
 * @param atMillis when, in the counter's own time since its start
 */
record Deed(long atMillis, List<Fact> facts) {
    Deed {
        facts = List.copyOf(facts);
    }
}
