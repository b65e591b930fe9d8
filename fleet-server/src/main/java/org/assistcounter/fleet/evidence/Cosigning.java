package org.assistcounter.fleet.evidence;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.assistcounter.fleet.evidence.store.TreeHeadStore;
import org.assistcounter.protocol.sync.MalformedNoteException;
import org.assistcounter.protocol.transparency.Cosignature;
import org.assistcounter.protocol.transparency.NoteKey;
import org.assistcounter.protocol.transparency.SignedNote;
import org.assistcounter.protocol.transparency.TreeHead;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes the cosignatures of witnesses that the settings name, under heads that we have signed. */
@Service
public class Cosigning {
    private final TreeHeadStore heads;
    private final List<NoteKey> witnesses;

    Cosigning(TreeHeadStore heads, LogSettings settings) {
        this.heads = heads;
        this.witnesses = settings.witnessKeys();
    }

    /** Whose cosignatures are kept. */
    public List<NoteKey> witnesses() {
        return witnesses;
    }

    /** What became of a note that a witness sent. */
    public enum Outcome {
        KEPT,
        NOT_OUR_HEAD,
        NO_KNOWN_WITNESS
    }

    private record Known(SignedNote.Line line, Instant signedAt) {}

    /** Keeps the cosignatures in a note that we know the witnesses of. */
    public Mono<Outcome> take(String text) throws MalformedNoteException {
        SignedNote note = SignedNote.parse(text);
        long size = TreeHead.read(note.text()).size();
        List<Known> known = note.lines().stream().flatMap(line -> known(line, note)).toList();
        return heads.find(size)
                .filter(own -> own.text().equals(note.text()))
                .flatMap(own ->
                        Flux.fromIterable(known)
                                .concatMap(k -> heads.cosign(size, k.line(), k.signedAt()))
                                .then(Mono.just(outcome(known))))
                .defaultIfEmpty(Outcome.NOT_OUR_HEAD);
    }

    private static Outcome outcome(List<Known> known) {
        return known.isEmpty() ? Outcome.NO_KNOWN_WITNESS : Outcome.KEPT;
    }

    private Stream<Known> known(SignedNote.Line line, SignedNote note) {
        return witnesses.stream().flatMap(witness -> known(line, note, witness));
    }

    private static Stream<Known> known(SignedNote.Line line, SignedNote note, NoteKey witness) {
        try {
            return Stream.of(new Known(line, Cosignature.check(line, note.text(), witness)));
        } catch (MalformedNoteException byAnother) {
            return Stream.empty();
        }
    }
}
