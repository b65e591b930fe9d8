package org.assistcounter.protocol.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.Hash;
import org.assistcounter.protocol.signing.Ed25519;
import org.junit.jupiter.api.Test;

class CheckpointNoteTest {
    private static final String ORIGIN = "fleet.example";
    private static final Ed25519 KEY = new Ed25519(new byte[32]);
    private static final Checkpoint CHECKPOINT =
            new Checkpoint(
                    ORIGIN,
                    new CounterId("0".repeat(32)),
                    1,
                    42,
                    new Hash(new byte[32]),
                    Instant.parse("2026-11-22T08:00:00Z"));

    private final String note = CheckpointNote.sign(CHECKPOINT, KEY);

    @Test
    void opensWhatItSigned() throws Exception {
        assertThat(CheckpointNote.open(note, ORIGIN, KEY.publicKey())).isEqualTo(CHECKPOINT);
    }

    @Test
    void refusesEveryChangedCharacter() {
        for (int i = 0; i < note.length(); i++) {
            char changed = note.charAt(i) == 'A' ? 'B' : 'A';
            String other = note.substring(0, i) + changed + note.substring(i + 1);
            assertThatThrownBy(() -> CheckpointNote.open(other, ORIGIN, KEY.publicKey()))
                    .as("character %d", i)
                    .isInstanceOf(MalformedNoteException.class);
        }
    }

    @Test
    void refusesAnotherOrigin() {
        assertThatThrownBy(() -> CheckpointNote.open(note, "other.example", KEY.publicKey()))
                .hasMessageContaining("origin");
    }

    @Test
    void refusesAnotherKey() {
        byte[] seed = new byte[32];
        seed[5] = 5;
        assertThatThrownBy(() -> CheckpointNote.open(note, ORIGIN, new Ed25519(seed).publicKey()))
                .hasMessageContaining("another key");
    }
}
