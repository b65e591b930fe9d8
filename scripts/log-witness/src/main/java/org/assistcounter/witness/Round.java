package org.assistcounter.witness;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.assistcounter.protocol.journal.Hash;
import org.assistcounter.protocol.signing.Signer;
import org.assistcounter.protocol.sync.MalformedNoteException;
import org.assistcounter.protocol.transparency.Cosignature;
import org.assistcounter.protocol.transparency.NoteKey;
import org.assistcounter.protocol.transparency.SignedNote;
import org.assistcounter.protocol.transparency.TreeHead;

/**
 * Looks at a log once: head, proof, memory, and only then a cosignature. Killed after the memory is
 * written, it cosigns the same head in the next round, and no other of that size.
 */
final class Round {
    private final LogClient client;
    private final WitnessFolder folder;
    private final NoteKey log;
    private final String name;
    private final Signer signer;
    private final Clock clock;

    Round(
            LogClient client,
            WitnessFolder folder,
            NoteKey log,
            String name,
            Signer signer,
            Clock clock) {
        this.client = client;
        this.folder = folder;
        this.log = log;
        this.name = name;
        this.signer = signer;
        this.clock = clock;
    }

    /** What came of it. */
    sealed interface Outcome {

        /** The head was cosigned and brought to the log. */
        record Cosigned(TreeHead head) implements Outcome {}

        /** Two histories: a person has to look. */
        record Fork(String how) implements Outcome {}
    }

    Outcome run() throws IOException {
        if (folder.hasFork()) {
            return new Outcome.Fork("a fork was found before; see FORK.txt");
        }
        try {
            return judged(client.head());
        } catch (MalformedNoteException malformed) {
            throw new IOException("the log's answer is not believed: " + malformed.getMessage());
        }
    }

    private Outcome judged(SignedNote note) throws IOException, MalformedNoteException {
        TreeHead head = TreeHead.open(note, log);
        Judgement.Seen seen = folder.seen(log);
        List<Hash> proof =
                Judgement.needsProof(seen, head)
                        ? client.consistency(seen.size(), head.size())
                        : List.of();
        return switch (Judgement.of(seen, head, proof)) {
            case Judgement.Continues continues -> cosigned(continues.head(), note);
            case Judgement.Forked forked -> {
                folder.keepFork(forked.how(), note);
                yield new Outcome.Fork(forked.how());
            }
        };
    }

    private Outcome cosigned(TreeHead head, SignedNote note) throws IOException {
        folder.remember(note);
        SignedNote.Line line = Cosignature.sign(head, clock.instant(), name, signer);
        client.post(new SignedNote(note.text(), List.of(line)));
        return new Outcome.Cosigned(head);
    }
}
