package org.assistcounter.verifier;

import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a journal again for the few sales that may have been opened after they were closed. */
final class SecondLook implements Reading.Visitor {
    private final Map<Long, Sales.Suspect> suspects;
    private final Findings findings;
    private final Set<String> watched;
    private final Set<String> opened = new HashSet<>();

    private SecondLook(Map<Long, Sales.Suspect> suspects, Findings findings) {
        this.suspects = suspects;
        this.findings = findings;
        this.watched =
                suspects.values().stream().map(Sales.Suspect::sale).collect(Collectors.toSet());
    }

    static void settle(Map<Long, Sales.Suspect> suspects, Reading journal, Findings findings)
            throws IOException {
        if (!suspects.isEmpty()) {
            journal.each(new SecondLook(suspects, findings));
        }
    }

    @Override
    public void take(long ordinal, byte[] record) {
        String sale = JournalRecord.openedSale(record);
        boolean again = sale != null && watched.contains(sale) && !opened.add(sale);
        Sales.Suspect suspect = suspects.get(ordinal);
        if (again && suspect != null) {
            findings.add(suspect.seq(), "sale " + sale + " is opened a second time");
        }
    }
}
