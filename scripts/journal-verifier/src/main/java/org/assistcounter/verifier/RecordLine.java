package org.assistcounter.verifier;

import org.assistcounter.verifier.Lines.Line;

/** What a line after the head is: a record, or something that has no place in an export. */
sealed interface RecordLine {

    String WORD = "record ";

    /** A record line, well or badly filled. */
    record Sealed(JournalRecord record) implements RecordLine {}

    /** A line that does not even claim to be a record. */
    record Stray(String error) implements RecordLine {}

    static RecordLine read(Line line, Keys keys) {
        if (!line.text().startsWith(WORD)) {
            String defect = line.defect();
            String unknown = "line " + line.number() + " is not a record line";
            return new Stray(defect == null ? unknown : defect);
        }
        JournalRecord record = decode(line, keys);
        String defect = line.defect();
        return new Sealed(defect == null ? record : record.with(defect));
    }

    private static JournalRecord decode(Line line, Keys keys) {
        try {
            return JournalRecord.read(
                    StrictBase64.decode(line.text().substring(WORD.length())), keys);
        } catch (MalformedException failure) {
            return JournalRecord.unreadable("line " + line.number() + " " + failure.reason());
        }
    }
}
