package org.assistcounter.verifier;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom an auditor believes. Without a key given, the export's own word for it is taken, and said.
 *
 * @param log the log's key as text
 * @param checkpoint the raw key in hexadecimal digits
 * @param witnesses keys of witnesses, each of which must have cosigned a tree head
 */
record TrustedKeys(@Nullable String log, @Nullable String checkpoint, List<String> witnesses) {

    static TrustedKeys none() {
        return new TrustedKeys(null, null, List.of());
    }

    /** The keys to check with; each that is not the export's own is told. */
    Resolved resolve(Contents contents, Findings findings) {
        String logText = log == null ? contents.word("log-key") : log;
        if (!logText.equals(contents.word("log-key"))) {
            findings.add(0, "wrong key: the export names another log key than the one given");
        }
        String hex = checkpoint == null ? contents.word("checkpoint-key") : checkpoint;
        if (!hex.equals(contents.word("checkpoint-key"))) {
            findings.add(0, "wrong key: the export names another checkpoint key");
        }
        List<Note.Key> believed = new ArrayList<>();
        for (String witness : witnesses.isEmpty() ? contents.witnesses() : witnesses) {
            Note.Key key = key(witness, findings);
            if (key != null) {
                believed.add(key);
            }
        }
        return new Resolved(key(logText, findings), checkpointKey(hex, findings), believed);
    }

    /** The key for checkpoints that was given; null without one. */
    @Nullable String givenCheckpointKey(Findings findings) {
        return checkpoint == null ? null : checkpointKey(checkpoint, findings);
    }

    private static Note.@Nullable Key key(String text, Findings findings) {
        try {
            return Note.Key.parse(text);
        } catch (MalformedException failure) {
            findings.add(0, failure.reason());
            return null;
        }
    }

    private static @Nullable String checkpointKey(String hex, Findings findings) {
        if (hex.matches("[0-9a-f]{" + 2 * JournalKey.SIZE + "}")) {
            return hex;
        }
        findings.add(0, "the checkpoint key is not 64 hexadecimal digits");
        return null;
    }

    /** Keys that can be used; null where there is none. */
    record Resolved(
            Note.@Nullable Key log, @Nullable String checkpointHex, List<Note.Key> witnesses) {}
}
