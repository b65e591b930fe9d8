package org.assistcounter.verifier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The tree heads of an export: all signed by the log, each beginning the newest, some cosigned by
 * witnesses.
 */
final class TreeHeads {
    private static final String FOLDER = "log/";
    private static final String NOTE = ".note";
    private static final int SIZE_MAX = 1 << 16;

    private final Archive archive;
    private final TrustedKeys.Resolved keys;
    private final Findings findings;
    private final List<Cosigned> cosigned = new ArrayList<>();
    private TreeProof.@Nullable Head newest;

    private TreeHeads(Archive archive, TrustedKeys.Resolved keys, Findings findings) {
        this.archive = archive;
        this.keys = keys;
        this.findings = findings;
    }

    /** A witness's word. */
    record Cosigned(String witness, long size, Instant at) {}

    static TreeHeads check(Archive archive, TrustedKeys.Resolved keys, Findings findings)
            throws IOException {
        TreeHeads heads = new TreeHeads(archive, keys, findings);
        NavigableMap<Long, TreeProof.Head> known = heads.read();
        if (known.isEmpty()) {
            findings.add(0, "the export has no signed tree head");
            return heads;
        }
        TreeProof.Head newest = known.lastEntry().getValue();
        heads.newest = newest;
        for (TreeProof.Head old : known.headMap(newest.size()).values()) {
            heads.checkConsistency(old, newest);
        }
        for (Note.Key witness : keys.witnesses()) {
            if (heads.cosigned.stream().noneMatch(c -> c.witness().equals(witness.name()))) {
                findings.add(0, "no tree head is cosigned by the witness " + witness.name());
            }
        }
        return heads;
    }

    private NavigableMap<Long, TreeProof.Head> read() throws IOException {
        NavigableMap<Long, TreeProof.Head> known = new TreeMap<>();
        for (String name : archive.files().keySet()) {
            if (name.startsWith(FOLDER) && name.endsWith(NOTE)) {
                try {
                    TreeProof.Head head = head(name);
                    known.put(head.size(), head);
                } catch (MalformedException failure) {
                    findings.add(0, name + ": " + failure.reason());
                }
            }
        }
        return known;
    }

    private TreeProof.Head head(String name) throws IOException, MalformedException {
        Note.Key log = keys.log();
        Note note = Note.parse(text(name));
        if (log == null || !note.isSignedBy(log)) {
            throw new MalformedException("not signed by the log's key");
        }
        TreeProof.Head head = Note.treeHead(note.text(), log.name());
        if (!name.equals(FOLDER + head.size() + NOTE)) {
            throw new MalformedException("a tree head of another size");
        }
        for (Note.Key witness : keys.witnesses()) {
            Instant at = note.cosignedBy(witness);
            if (at != null) {
                cosigned.add(new Cosigned(witness.name(), head.size(), at));
            }
        }
        return head;
    }

    private void checkConsistency(TreeProof.Head old, TreeProof.Head head) throws IOException {
        String name = FOLDER + old.size() + ".proof";
        try {
            List<String> path = new ArrayList<>();
            for (String line : text(name).lines().toList()) {
                path.add(HexFormat.of().formatHex(StrictBase64.decode(line)));
            }
            if (TreeProof.isConsistent(old, head, path)) {
                return;
            }
            findings.add(
                    0,
                    "forked log: the tree head of size "
                            + head.size()
                            + " does not continue the one of size "
                            + old.size());
        } catch (MalformedException failure) {
            findings.add(0, name + ": " + failure.reason());
        }
    }

    private String text(String name) throws IOException, MalformedException {
        return new String(archive.bytes(name, SIZE_MAX), StandardCharsets.UTF_8);
    }

    /** The newest head; null when none could be believed. */
    TreeProof.@Nullable Head newest() {
        return newest;
    }

    List<Cosigned> cosigned() {
        return List.copyOf(cosigned);
    }
}
