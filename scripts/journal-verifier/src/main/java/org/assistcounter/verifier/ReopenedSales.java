package org.assistcounter.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** {@link SecondLook} for the files of an export. */
final class ReopenedSales {
    private final Map<Long, Sales.Suspect> suspects;
    private final Findings findings;
    private final Set<String> watched;
    private final Set<String> opened = new HashSet<>();
    private long ordinal;

    ReopenedSales(Map<Long, Sales.Suspect> suspects, Findings findings) {
        this.suspects = suspects;
        this.findings = findings;
        this.watched =
                suspects.values().stream().map(Sales.Suspect::sale).collect(Collectors.toSet());
    }

    void read(Archive archive, String file) throws IOException {
        try (InputStream in = archive.open(file)) {
            RecordStream stream = new RecordStream(in, Hashes.fresh());
            for (byte[] record = stream.next(); record != null; record = stream.next()) {
                look(record);
            }
        } catch (MalformedException alreadyTold) {
            // The first look has said so.
        }
    }

    private void look(byte[] record) {
        ordinal++;
        String sale = JournalRecord.openedSale(record);
        boolean again = sale != null && watched.contains(sale) && !opened.add(sale);
        Sales.Suspect suspect = suspects.get(ordinal);
        if (again && suspect != null) {
            findings.add(suspect.seq(), "sale " + sale + " is opened a second time");
        }
    }
}
