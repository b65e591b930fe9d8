package org.assistcounter.protocol.transparency;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.assistcounter.protocol.journal.Hash;
import org.assistcounter.protocol.signing.Signer;
import org.assistcounter.protocol.sync.MalformedNoteException;

/** How large a log is and what its root is then: a checkpoint of C2SP tlog-checkpoint. */
public record TreeHead(String origin, long size, Hash root) {
    private static final int LINES = 3;

    /** The three lines that are signed. */
    public String text() {
        String hash = Base64.getEncoder().encodeToString(root.bytes());
        return origin + "\n" + size + "\n" + hash + "\n";
    }

    /** Signed by the log, whose key has the log's name. */
    public SignedNote sign(Signer signer) {
        NoteKey key = NoteKey.ofNotes(origin, signer.publicKey());
        byte[] signature = signer.sign(text().getBytes(StandardCharsets.UTF_8));
        return new SignedNote(text(), List.of(SignedNote.Line.of(key, signature)));
    }

    /** Reads a note that this log signed. */
    public static TreeHead open(SignedNote note, NoteKey log) throws MalformedNoteException {
        if (!note.isSignedBy(log)) {
            throw new MalformedNoteException("not signed by " + log.name());
        }
        TreeHead head = read(note.text());
        if (!head.origin().equals(log.name())) {
            throw new MalformedNoteException("the head of another log: " + head.origin());
        }
        return head;
    }

    /** Reads the text; lines that a later version adds are refused, since we sign none. */
    public static TreeHead read(String text) throws MalformedNoteException {
        List<String> lines = text.lines().toList();
        if (lines.size() != LINES) {
            throw new MalformedNoteException("a tree head has three lines");
        }
        try {
            TreeHead head =
                    new TreeHead(
                            lines.getFirst(),
                            Long.parseLong(lines.get(1)),
                            new Hash(Base64.getDecoder().decode(lines.get(2))));
            if (head.size() >= 0 && head.text().equals(text)) {
                return head;
            }
        } catch (IllegalArgumentException e) {
            throw new MalformedNoteException("a field is wrong: " + e.getMessage());
        }
        throw new MalformedNoteException("a tree head in another spelling");
    }
}
