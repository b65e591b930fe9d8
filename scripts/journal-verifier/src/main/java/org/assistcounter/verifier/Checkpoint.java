package org.assistcounter.verifier;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The fleet's word that it has a counter's journal up to a record, and who signed it. */
record Checkpoint(Note note, String origin, String counter, long seq, String hash, long epoch) {
    private static final String COUNTER = "/counter/";
    private static final String KEY = "/checkpoint";
    private static final int LINES = 6;
    private static final int HASH_SIZE = 32;

    static Checkpoint parse(String text) throws MalformedException {
        Note note = Note.parse(text);
        String[] lines = note.text().split("\n", -1);
        int cut = lines[0].lastIndexOf(COUNTER);
        if (lines.length != LINES
                || cut < 0
                || !lines[3].startsWith("epoch ")
                || !lines[4].startsWith("time ")) {
            throw new MalformedException("it is no checkpoint");
        }
        byte[] hash = StrictBase64.decode(lines[2]);
        if (hash.length != HASH_SIZE) {
            throw new MalformedException("it has no hash of a record");
        }
        return new Checkpoint(
                note,
                lines[0].substring(0, cut),
                lines[0].substring(cut + COUNTER.length()),
                Contents.number(lines[1]),
                HexFormat.of().formatHex(hash),
                Contents.number(lines[3].substring("epoch ".length())));
    }

    /** Refuses one of another counter, or that this key of the fleet has not signed. */
    void require(String ofCounter, @Nullable String key) throws MalformedException {
        if (!counter.equals(ofCounter)) {
            throw new MalformedException("it is not of this counter");
        }
        if (key != null && !note.isSignedBy(new Note.Key(origin + KEY, Note.Key.TEXT, key))) {
            throw new MalformedException("not signed by the fleet's checkpoint key");
        }
    }
}
