package org.assistcounter.protocol.transparency;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.assistcounter.protocol.journal.Hash;
import org.assistcounter.protocol.sync.MalformedNoteException;
import org.jspecify.annotations.Nullable;

/**
 * That a leaf is in the log, with the signed head it is in, as one text (C2SP tlog-proof): it can
 * be checked for good without asking anybody.
 */
public record LogProof(long index, List<Hash> path, SignedNote head) {
    private static final String TITLE = "c2sp.org/tlog-proof@v1";
    private static final String INDEX = "index ";

    /** The proof in its exact text. */
    public String text() {
        return TITLE + "\n" + INDEX + index + "\n" + hashes(path) + "\n" + head.note();
    }

    /** Reads that text; nothing of it is believed yet. */
    public static LogProof parse(String text) throws MalformedNoteException {
        int cut = text.indexOf("\n\n");
        List<String> lines = cut < 0 ? List.of() : text.substring(0, cut).lines().toList();
        if (lines.size() < 2 || !lines.get(0).equals(TITLE) || !lines.get(1).startsWith(INDEX)) {
            throw new MalformedNoteException("not a proof of " + TITLE);
        }
        try {
            long index = Long.parseLong(lines.get(1).substring(INDEX.length()));
            List<Hash> path = readHashes(lines.subList(2, lines.size()));
            return new LogProof(index, path, SignedNote.parse(text.substring(cut + 2)));
        } catch (NumberFormatException e) {
            throw new MalformedNoteException("the index is not a number");
        }
    }

    /** Hashes in base64, a line each. */
    public static String hashes(List<Hash> path) {
        StringBuilder text = new StringBuilder();
        for (Hash hash : path) {
            text.append(Base64.getEncoder().encodeToString(hash.bytes())).append('\n');
        }
        return text.toString();
    }

    /** Reads such lines. */
    public static List<Hash> readHashes(List<String> lines) throws MalformedNoteException {
        List<Hash> path = new ArrayList<>();
        for (String line : lines) {
            try {
                path.add(new Hash(Base64.getDecoder().decode(line)));
            } catch (IllegalArgumentException e) {
                throw new MalformedNoteException("not a hash in base64: " + line);
            }
        }
        return path;
    }

    /** The head that has this leaf, signed by the log; null when the proof leads elsewhere. */
    public @Nullable TreeHead open(HeadLeaf leaf, NoteKey log) throws MalformedNoteException {
        TreeHead signed = TreeHead.open(head, log);
        Hash root = Proofs.root(leaf.merkle(), index, signed.size(), path);
        return root != null && signed.root().equals(root) ? signed : null;
    }
}
