package org.assistcounter.fleet.evidence.web;

import java.util.Base64;
import java.util.stream.Collectors;
import org.assistcounter.fleet.evidence.Cosigning;
import org.assistcounter.fleet.evidence.FleetLog;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.sync.MalformedNoteException;
import org.assistcounter.protocol.transparency.LogProof;
import org.assistcounter.protocol.transparency.NoteKey;
import org.assistcounter.protocol.transparency.SignedNote;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** The fleet's log over HTTP, as `TRANSPARENCY.md` says. */
@RestController
class LogEndpoint {
    private static final String TEXT = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8";

    private final FleetLog log;
    private final Cosigning cosigning;

    LogEndpoint(FleetLog log, Cosigning cosigning) {
        this.log = log;
        this.cosigning = cosigning;
    }

    @GetMapping(path = "/log/key", produces = TEXT)
    String key() {
        return log.key().text() + "\n";
    }

    @GetMapping(path = "/log/witnesses", produces = TEXT)
    String witnesses() {
        return cosigning.witnesses().stream()
                .map(NoteKey::text)
                .map(text -> text + "\n")
                .collect(Collectors.joining());
    }

    @GetMapping(path = "/log/tree-head", produces = TEXT)
    Mono<String> head() {
        return log.head().map(SignedNote::note).switchIfEmpty(notYet());
    }

    @GetMapping(path = "/log/cosigned-tree-head", produces = TEXT)
    Mono<String> cosignedHead() {
        return log.cosignedHead().map(SignedNote::note).switchIfEmpty(notYet());
    }

    @GetMapping(path = "/log/consistency", produces = TEXT)
    Mono<String> consistency(@RequestParam("from") long from, @RequestParam("to") long to) {
        return log.head()
                .switchIfEmpty(notYet())
                .filter(head -> from >= 0 && from <= to && to <= FleetLog.read(head).size())
                .switchIfEmpty(
                        Mono.error(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST)))
                .flatMap(head -> log.consistency(from, to))
                .map(LogProof::hashes);
    }

    /** The leaf that covers a record, and its proof: one line of base64, then the proof's text. */
    @GetMapping(path = "/log/proof", produces = TEXT)
    Mono<String> proof(@RequestParam("counter") String counter, @RequestParam("seq") long seq) {
        return Mono.justOrEmpty(CounterId.parse(counter))
                .flatMap(id -> log.prove(id, seq))
                .map(proven ->
                        Base64.getEncoder().encodeToString(proven.logged().leaf().bytes())
                                + "\n"
                                + proven.proof().text())
                .switchIfEmpty(notYet());
    }

    /** A witness brings the note with its cosignature under it. */
    @PostMapping(path = "/log/cosignatures", consumes = MediaType.TEXT_PLAIN_VALUE)
    Mono<ResponseEntity<Void>> cosign(@RequestBody String note) {
        try {
            return cosigning.take(note).map(LogEndpoint::answer);
        } catch (MalformedNoteException malformed) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, malformed.getMessage(), malformed);
        }
    }

    private static ResponseEntity<Void> answer(Cosigning.Outcome outcome) {
        HttpStatus status =
                switch (outcome) {
                    case KEPT -> HttpStatus.NO_CONTENT;
                    case NOT_OUR_HEAD -> HttpStatus.CONFLICT;
                    case NO_KNOWN_WITNESS -> HttpStatus.FORBIDDEN;
                };
        return ResponseEntity.status(status).build();
    }

    private static <T> Mono<T> notYet() {
        return Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
