package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.assistcounter.fleet.evidence.FleetLog;
import org.assistcounter.protocol.journal.Hash;
import org.assistcounter.protocol.journal.PaymentWay;
import org.assistcounter.protocol.signing.Ed25519;
import org.assistcounter.protocol.sync.MalformedNoteException;
import org.assistcounter.protocol.transparency.Cosignature;
import org.assistcounter.protocol.transparency.HeadLeaf;
import org.assistcounter.protocol.transparency.LogProof;
import org.assistcounter.protocol.transparency.Merkle;
import org.assistcounter.protocol.transparency.NoteKey;
import org.assistcounter.protocol.transparency.Proofs;
import org.assistcounter.protocol.transparency.SignedNote;
import org.assistcounter.protocol.transparency.TreeHead;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;

/** What the running server logs, and what a stranger learns of it over HTTP. */
@ExtendWith(RunningServer.class)
class FleetLogTest {
    private static final Ed25519 WITNESS = new Ed25519(Merkle.EMPTY.bytes());
    private static final String WITNESS_NAME = "witness.example.org";

    static final NoteKey WITNESS_KEY = NoteKey.ofWitness(WITNESS_NAME, WITNESS.publicKey());

    private final RunningServer.Parts server = RunningServer.parts();
    private final FleetLog log = server.bean(FleetLog.class);
    private final WebTestClient client = new WebCalls(server).client();

    private String get(String path) {
        return Objects.requireNonNullElse(
                client.get()
                        .uri(path)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody(),
                "");
    }

    private TreeHead head() throws MalformedNoteException {
        NoteKey key = NoteKey.parse(get("/log/key"));
        return TreeHead.open(SignedNote.parse(get("/log/tree-head")), key);
    }

    private static String newest(SellingCounter counter) {
        return "counter_id = '" + counter.id() + "' and seq = " + counter.head().seq();
    }

    @Test
    void aSaleIsProvenByItsJournalAndTheLog() throws MalformedNoteException {
        try (var counter = SellingCounter.enrol(server, "TL-0001")) {
            var checkpoint = counter.tells(Sales.of(PaymentWay.CARD).delivered());
            counter.isLogged();

            String[] answer = get("/log/proof?counter=" + counter.id() + "&seq=3").split("\n", 2);
            HeadLeaf leaf = HeadLeaf.read(Base64.getDecoder().decode(answer[0]));
            TreeHead proven = LogProof.parse(answer[1]).open(leaf, NoteKey.parse(get("/log/key")));

            assertThat(leaf.counter()).isEqualTo(counter.id());
            assertThat(leaf.seq()).isBetween(3L, checkpoint.seq());
            assertThat(proven).isNotNull();
        }
    }

    @Test
    void everyHeadBeginsWithTheOnesBefore() throws MalformedNoteException {
        List<TreeHead> seen = new ArrayList<>();
        try (var counter = SellingCounter.enrol(server, "TL-0002")) {
            for (int i = 0; i < 5; i++) {
                counter.tells(Sales.of(PaymentWay.CARD).delivered());
                counter.isLogged();
                seen.add(head());
            }
        }
        TreeHead newest = seen.getLast();
        assertThat(newest.size()).isGreaterThanOrEqualTo(seen.getFirst().size() + 4);
        for (TreeHead old : seen) {
            String path = get("/log/consistency?from=" + old.size() + "&to=" + newest.size());
            List<Hash> proof = LogProof.readHashes(path.lines().toList());

            assertThat(
                            Proofs.isConsistent(
                                    old.size(), old.root(), newest.size(), newest.root(), proof))
                    .isTrue();
        }
    }

    @Test
    void aHeadIsLoggedOnceWhoeverDoesIt() {
        try (var counter = SellingCounter.enrol(server, "TL-0003")) {
            counter.tells(Sales.of(PaymentWay.CARD).delivered());

            Mono.when(log.grow(), log.grow(), log.grow()).block();
            counter.isLogged();
            log.grow().block();

            assertThat(count(newest(counter))).isOne();
        }
    }

    @Test
    void leavesHaveNoGap() {
        try (var counter = SellingCounter.enrol(server, "TL-0007")) {
            counter.tells(Sales.of(PaymentWay.CARD).delivered());
            counter.isLogged();
        }
        // One statement sees one moment: the server lets its log grow meanwhile.
        Long wrong =
                server.bean(DatabaseClient.class)
                        .sql(
                                """
                                select count(*)
                                  from generate_series(0, (select size from evidence_log) - 1) due
                                  full join evidence_leaf on leaf_index = due
                                 where due is null or leaf_index is null
                                """)
                        .mapValue(Long.class)
                        .one()
                        .block();
        assertThat(wrong).isZero();
    }

    @Test
    void ofEachJournalItsNewestLeafIsKnown() {
        try (var counter = SellingCounter.enrol(server, "TL-0006")) {
            counter.tells(Sales.of(PaymentWay.CARD).delivered());
            counter.isLogged();
            counter.tells(Sales.of(PaymentWay.CARD).delivered());
            counter.isLogged();
            assertThat(count("counter_id = '" + counter.id() + "'")).isGreaterThanOrEqualTo(2);
        }
        Long wrong =
                server.bean(DatabaseClient.class)
                        .sql(
                                """
                                select count(*)
                                  from (select counter_id, max(seq) as newest
                                          from evidence_leaf group by counter_id) leaves
                                  full join evidence_logged using (counter_id)
                                 where seq is distinct from newest
                                """)
                        .mapValue(Long.class)
                        .one()
                        .block();
        assertThat(wrong).isZero();
    }

    @Test
    void nothingInTheLogCanBeChanged() {
        try (var counter = SellingCounter.enrol(server, "TL-0004")) {
            counter.tells(Sales.of(PaymentWay.CARD).delivered());
            counter.isLogged();
        }
        for (String deed :
                List.of(
                        "update evidence_leaf set seq = seq + 1",
                        "delete from evidence_leaf",
                        "update evidence_logged set seq = seq - 1",
                        "delete from evidence_logged",
                        "update evidence_tile set hashes = sha256('') where level = 0",
                        "delete from evidence_tile",
                        "update evidence_tree_head set note = ''",
                        "update evidence_log set size = size - 1",
                        "delete from evidence_log")) {
            assertThatThrownBy(() -> execute(deed)).as(deed).isNotNull();
        }
    }

    @Test
    void aWitnessIsHeardWithItsKeyUnderAHeadOfOurs() throws MalformedNoteException {
        try (var counter = SellingCounter.enrol(server, "TL-0005")) {
            counter.tells(Sales.of(PaymentWay.CARD).delivered());
            counter.isLogged();
        }
        SignedNote note = SignedNote.parse(get("/log/tree-head"));
        TreeHead head = TreeHead.read(note.text());
        Ed25519 stranger = new Ed25519(new byte[32]);

        assertThat(post(note.with(List.of(cosigned(head, stranger))))).isEqualTo(403);
        TreeHead other = new TreeHead(head.origin(), head.size(), Merkle.EMPTY);
        assertThat(post(new SignedNote(other.text(), List.of(cosigned(other, WITNESS)))))
                .isEqualTo(409);
        assertThat(post(note.with(List.of(cosigned(head, WITNESS))))).isEqualTo(204);
        SignedNote kept = SignedNote.parse(get("/log/cosigned-tree-head"));
        assertThat(kept.text()).isEqualTo(note.text());
        assertThat(kept.lines()).hasSize(2);
        assertThat(Cosignature.check(kept.lines().getLast(), kept.text(), WITNESS_KEY))
                .isEqualTo(Instant.ofEpochSecond(1_800_000_000));
    }

    private static SignedNote.Line cosigned(TreeHead head, Ed25519 key) {
        return Cosignature.sign(head, Instant.ofEpochSecond(1_800_000_000), WITNESS_NAME, key);
    }

    private int post(SignedNote note) {
        return client.post()
                .uri("/log/cosignatures")
                .contentType(MediaType.TEXT_PLAIN)
                .bodyValue(note.note())
                .exchange()
                .returnResult(Void.class)
                .getStatus()
                .value();
    }

    private long count(String where) {
        return Objects.requireNonNull(
                server.bean(DatabaseClient.class)
                        .sql("select count(*) from evidence_leaf where " + where)
                        .mapValue(Long.class)
                        .one()
                        .block());
    }

    private void execute(String sql) {
        server.bean(DatabaseClient.class).sql(sql).then().block();
    }
}
