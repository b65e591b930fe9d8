package org.assistcounter.verifier;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.assistcounter.verifier.Lines.Line;
import org.assistcounter.verifier.Sales.Suspect;
import org.jspecify.annotations.Nullable;

/** Reads the file again for the few sales that may have been opened after they were closed. */
final class SecondLook {

    private SecondLook() {}

    static void settle(Path file, Map<Long, Suspect> suspects, Findings findings)
            throws IOException {
        Set<String> watched =
                suspects.values().stream().map(Suspect::sale).collect(Collectors.toSet());
        Set<String> opened = new HashSet<>();
        try (Lines lines = new Lines(file)) {
            long ordinal = 0;
            for (Line line = lines.next(); line != null; line = lines.next()) {
                boolean isRecord = line.text().startsWith(RecordLine.WORD);
                ordinal += isRecord ? 1 : 0;
                String sale = isRecord ? openedSale(line) : null;
                boolean again = sale != null && watched.contains(sale) && !opened.add(sale);
                Suspect suspect = suspects.get(ordinal);
                if (again && suspect != null) {
                    findings.add(suspect.seq(), "sale " + sale + " is opened a second time");
                }
            }
        }
    }

    private static @Nullable String openedSale(Line line) {
        try {
            return JournalRecord.openedSale(
                    StrictBase64.decode(line.text().substring(RecordLine.WORD.length())));
        } catch (MalformedException alreadyTold) {
            return null;
        }
    }
}
