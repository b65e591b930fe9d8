package org.assistcounter.protocol.transparency;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.assistcounter.protocol.sync.MalformedNoteException;

/**
 * Text and signatures under it (C2SP signed-note). Signatures of others are kept as they are and
 * believed by nobody.
 *
 * @param text ends in a line feed
 */
public record SignedNote(String text, List<Line> lines) {
    private static final String MARK = "— ";
    private static final int ID_LENGTH = 4;

    /** Longer ones are refused before they are looked at. */
    public static final int LENGTH_MAX = 16_384;

    /** One signature: who signed, and base64 of key id and signature. */
    public record Line(String name, String blob) {

        static Line of(NoteKey key, byte[] signature) {
            byte[] blob =
                    ByteBuffer.allocate(ID_LENGTH + signature.length)
                            .put(key.id())
                            .put(signature)
                            .array();
            return new Line(key.name(), Base64.getEncoder().encodeToString(blob));
        }

        /** Reads a line without its line feed. */
        public static Line parse(String line) throws MalformedNoteException {
            String[] words =
                    line.startsWith(MARK)
                            ? line.substring(MARK.length()).split(" ", -1)
                            : new String[0];
            if (words.length != 2 || words[0].isEmpty()) {
                throw new MalformedNoteException("not a signature line: " + line);
            }
            try {
                byte[] blob = Base64.getDecoder().decode(words[1]);
                if (blob.length > ID_LENGTH
                        && Base64.getEncoder().encodeToString(blob).equals(words[1])) {
                    return new Line(words[0], words[1]);
                }
            } catch (IllegalArgumentException e) {
                throw new MalformedNoteException("the signature is not base64");
            }
            throw new MalformedNoteException("the signature is too short or not canonical");
        }

        /** The line as it stands in a note. */
        public String text() {
            return MARK + name + " " + blob + "\n";
        }

        /** Whether this key's name and id stand on it. */
        public boolean isBy(NoteKey key) {
            byte[] bytes = Base64.getDecoder().decode(blob);
            return name.equals(key.name())
                    && Arrays.equals(bytes, 0, ID_LENGTH, key.id(), 0, ID_LENGTH);
        }

        /** What stands after the key id. */
        byte[] signature() {
            byte[] bytes = Base64.getDecoder().decode(blob);
            return Arrays.copyOfRange(bytes, ID_LENGTH, bytes.length);
        }
    }

    /** Cuts a note into text and signature lines. */
    public static SignedNote parse(String note) throws MalformedNoteException {
        int cut = note.lastIndexOf("\n\n");
        if (note.length() > LENGTH_MAX
                || cut <= 0
                || note.length() <= cut + 2
                || !note.endsWith("\n")) {
            throw new MalformedNoteException("a note is text, an empty line and signatures");
        }
        List<Line> lines = new ArrayList<>();
        for (String line : note.substring(cut + 2, note.length() - 1).split("\n", -1)) {
            lines.add(Line.parse(line));
        }
        return new SignedNote(note.substring(0, cut + 1), List.copyOf(lines));
    }

    /** The note in its exact text. */
    public String note() {
        StringBuilder note = new StringBuilder(text).append('\n');
        lines.forEach(line -> note.append(line.text()));
        return note.toString();
    }

    /** The same with more signatures under it. */
    public SignedNote with(List<Line> more) {
        List<Line> all = new ArrayList<>(lines);
        all.addAll(more);
        return new SignedNote(text, List.copyOf(all));
    }

    /** Whether this key signed the text. */
    public boolean isSignedBy(NoteKey key) {
        byte[] message = text.getBytes(StandardCharsets.UTF_8);
        return lines.stream()
                .anyMatch(line -> line.isBy(key) && key.holds(message, line.signature()));
    }
}
