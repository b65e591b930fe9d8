package org.assistcounter.protocol.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.Hash;
import org.assistcounter.protocol.signing.Ed25519;
import org.assistcounter.protocol.sync.MalformedNoteException;
import org.junit.jupiter.api.Test;

/** Notes as a stranger's program would read and write them. */
class TreeHeadTest {
    private static final String ORIGIN = "fleet.example.org/log";
    private static final Ed25519 SIGNER = new Ed25519(new byte[32]);
    private static final NoteKey LOG = NoteKey.ofNotes(ORIGIN, SIGNER.publicKey());
    private static final TreeHead HEAD = new TreeHead(ORIGIN, 7, Merkle.EMPTY);
    private static final HeadLeaf LEAF =
            new HeadLeaf(
                    new CounterId("000102030405060708090a0b0c0d0e0f"),
                    1,
                    9,
                    new Hash(new byte[32]));

    @Test
    void isThreeLinesAndASignature() throws MalformedNoteException {
        String note = HEAD.sign(SIGNER).note();

        assertThat(note)
                .startsWith(
                        """
                        fleet.example.org/log
                        7
                        47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=

                        — fleet.example.org/log\
                        """)
                .endsWith("\n");
        assertThat(TreeHead.open(SignedNote.parse(note), LOG)).isEqualTo(HEAD);
    }

    @Test
    void isNotBelievedOfAnotherKeyNameOrText() throws MalformedNoteException {
        SignedNote note = HEAD.sign(SIGNER);
        byte[] other = new byte[32];
        other[0] = 1;

        assertThatThrownBy(() ->
                        TreeHead.open(
                                note, NoteKey.ofNotes(ORIGIN, new Ed25519(other).publicKey())))
                .isInstanceOf(MalformedNoteException.class);
        assertThatThrownBy(
                        () -> TreeHead.open(note, NoteKey.ofNotes("another", SIGNER.publicKey())))
                .isInstanceOf(MalformedNoteException.class);
        SignedNote changed = SignedNote.parse(note.note().replace("\n7\n", "\n8\n"));
        assertThatThrownBy(() -> TreeHead.open(changed, LOG))
                .isInstanceOf(MalformedNoteException.class);
    }

    @Test
    void isReadInOneSpellingOnly() {
        for (String text :
                List.of(
                        "a\n07\n" + "A".repeat(43) + "=\n",
                        "a\n-1\n" + "A".repeat(43) + "=\n",
                        "a\n7\n")) {
            assertThatThrownBy(() -> TreeHead.read(text))
                    .isInstanceOf(MalformedNoteException.class);
        }
        for (String note : List.of("", "\n\n", "text\n\n", "text\n\nno mark\n", "t\n\n— a b\n")) {
            assertThatThrownBy(() -> SignedNote.parse(note))
                    .isInstanceOf(MalformedNoteException.class);
        }
    }

    @Test
    void aCosignatureHoldsForItsTextTimeAndWitness() throws MalformedNoteException {
        Instant time = Instant.parse("2026-11-29T03:00:00Z");
        Ed25519 witness = new Ed25519(Merkle.EMPTY.bytes());
        NoteKey key = NoteKey.ofWitness("witness.example.org", witness.publicKey());
        SignedNote.Line line = Cosignature.sign(HEAD, time, "witness.example.org", witness);
        SignedNote note = SignedNote.parse(HEAD.sign(SIGNER).with(List.of(line)).note());

        assertThat(Cosignature.check(note.lines().getLast(), note.text(), key)).isEqualTo(time);
        assertThat(note.isSignedBy(LOG)).isTrue();
        assertThatThrownBy(() -> Cosignature.check(line, "another\n8\n", key))
                .isInstanceOf(MalformedNoteException.class);
        assertThatThrownBy(() -> Cosignature.check(note.lines().getFirst(), note.text(), key))
                .isInstanceOf(MalformedNoteException.class);
    }

    /** The example key of the C2SP signed-note page's origin, Go's sumdb note. */
    @Test
    void aKeyIsWrittenAsGoWritesIt() {
        String text = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

        assertThat(NoteKey.parse(text).text()).isEqualTo(text);
        assertThatThrownBy(() -> NoteKey.parse(text.replace("c74f", "c74e")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> NoteKey.parse("nonsense"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aProofIsOneTextWithItsHead() throws MalformedNoteException {
        Tile.Book book = new Tile.Book(Map.of());
        Frontier frontier = Frontier.of(0, book);
        for (int i = 0; i < 5; i++) {
            frontier.append(i == 3 ? LEAF.merkle() : Merkle.EMPTY, book::put);
        }
        SignedNote head = new TreeHead(ORIGIN, 5, frontier.root()).sign(SIGNER);
        List<Hash> path = Proofs.inclusion(3, 5).stream().map(span -> span.hash(book)).toList();
        LogProof proof = LogProof.parse(new LogProof(3, path, head).text());
        TreeHead opened = proof.open(LEAF, LOG);

        assertThat(opened).isNotNull();
        assertThat(proof.text()).startsWith("c2sp.org/tlog-proof@v1\nindex 3\n");
        assertThat(new LogProof(2, path, head).open(LEAF, LOG)).isNull();
    }

    @Test
    void aLeafIsSixtyFourBytes() {
        assertThat(LEAF.bytes()).hasSize(64).startsWith('A', 'C', 'L', '1', 0, 1, 2, 3);
        assertThat(HeadLeaf.read(LEAF.bytes())).isEqualTo(LEAF);
        assertThatThrownBy(() -> HeadLeaf.read(new byte[64]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
