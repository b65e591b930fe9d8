package org.assistcounter.counter.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.assistcounter.counter.journal.Chains;
import org.assistcounter.counter.journal.Journal;
import org.assistcounter.counter.journal.JournalDamaged;
import org.assistcounter.counter.journal.store.SqliteJournalStore;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.ChainCheck;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.Hash;
import org.assistcounter.protocol.journal.JournalRecord;
import org.assistcounter.protocol.journal.Totals;
import org.assistcounter.protocol.journal.Verdict;
import org.assistcounter.protocol.signing.Ed25519;
import org.assistcounter.protocol.sync.Checkpoint;
import org.assistcounter.protocol.sync.CheckpointNote;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A card that was given the place of another goes on behind what the fleet has. */
class GoingOnTest {
    private static final Ed25519 FLEET = new Ed25519(new byte[Ed25519.KEY_LENGTH]);
    private static final Ed25519 OWN = new Ed25519(seed());

    private final JsonNode enrolment = enrolment();
    private final ChainHead base =
            new ChainHead(
                    new CounterId(enrolment.path("counterId").asString()),
                    1,
                    3,
                    41,
                    new Hash(new byte[Hash.LENGTH]),
                    new Totals(900, 100, 7, 5));

    @TempDir private Path data;

    private static byte[] seed() {
        byte[] seed = new byte[Ed25519.KEY_LENGTH];
        seed[0] = 5;
        return seed;
    }

    private static JsonNode enrolment() {
        try (InputStream kept =
                GoingOnTest.class.getResourceAsStream("/agent/enrolment-without-cooling.json")) {
            byte[] text = Objects.requireNonNull(kept).readAllBytes();
            return JsonMapper.shared().readTree(new String(text, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Identity identity(ChainHead signed, Ed25519 signer) {
        ObjectNode all = (ObjectNode) enrolment.deepCopy();
        all.put("checkpointKey", Base64.getEncoder().encodeToString(FLEET.publicKey()));
        all.put("caCertificate", all.path("certificate").asString());
        ObjectNode journal = all.putObject("journal");
        journal.put("epoch", 2).put("seq", base.seq()).put("hash", base.hash().toString());
        journal.put("baseEpoch", base.epoch()).put("baseBoot", base.boot());
        journal.putObject("totals")
                .put("charged", base.totals().chargedMinor())
                .put("refunded", base.totals().refundedMinor())
                .put("dispensed", base.totals().dispensed())
                .put("sales", base.totals().sales());
        String origin = "https://fleet.example";
        all.put("fleetOrigin", origin).put("answerKey", all.path("checkpointKey").asString());
        var checkpoint =
                new Checkpoint(
                        origin,
                        signed.counter(),
                        signed.epoch(),
                        signed.seq(),
                        signed.hash(),
                        Instant.EPOCH);
        journal.put("note", CheckpointNote.sign(checkpoint, signer));
        return Identity.of(data, all.toString(), OWN);
    }

    private void start(Identity identity) {
        Clocks clocks = new Clocks(ZoneId.of("Asia/Shanghai"));
        try (SqliteJournalStore store = open()) {
            Start start = new Start(identity, store, clocks, new SecureRandom());
            var recovered = start.recover();
            Journal journal =
                    new Journal(store, identity.journalKey(), clocks::reading, recovered.head());
            start.writeFirstFacts(journal, recovered);
        }
    }

    private SqliteJournalStore open() {
        return SqliteJournalStore.open(data.resolve(RunningCounter.JOURNAL));
    }

    /** As the fleet judges what is on the card. */
    private Verdict judged() {
        var check = new ChainCheck(OWN.publicKey(), 2, Ed25519::holds, _ -> null);
        try (SqliteJournalStore store = open()) {
            return check.judge(base, store.read(1, 64));
        }
    }

    @Test
    void beginsBehindWhatTheFleetHasWithItsTotalsAndIsTaken() {
        start(identity(base, FLEET));

        assertThat(judged())
                .isInstanceOfSatisfying(
                        Verdict.Append.class,
                        append -> {
                            assertThat(append.misplaced()).isEmpty();
                            assertThat(append.head().epoch()).isEqualTo(2);
                            assertThat(append.head().seq()).isEqualTo(43);
                            assertThat(append.head().totals()).isEqualTo(base.totals());
                        });
    }

    @Test
    void beginsItsEpochOnceHoweverOftenItStarts() {
        Identity identity = identity(base, FLEET);
        start(identity);
        start(identity);

        assertThat(((Verdict.Append) judged()).records())
                .extracting(record -> record.header().type())
                .containsExactly(5, 2, 2);
    }

    @Test
    void refusesABaseThatTheFleetHasNotSigned() {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> identity(base, OWN).requireUsable())
                .withMessageContaining("checkpoint");
    }

    @Test
    void refusesABaseThatContradictsItsCheckpoint() {
        ChainHead other = base.after(Chains.after(base, List.of(beat())).getFirst());

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> identity(other, FLEET).requireUsable())
                .withMessageContaining("not of the journal's base");
    }

    @Test
    void isDamagedWhenItsFirstRecordIsNotBehindTheBase() {
        List<JournalRecord> records = Chains.after(base.inEpoch(2), List.of(beat(), beat()));
        try (SqliteJournalStore store = open()) {
            store.append(records.subList(1, 2));
        }

        assertThatExceptionOfType(JournalDamaged.class)
                .isThrownBy(() -> start(identity(base, FLEET)));
    }

    private static Fact beat() {
        return new Fact.Beat();
    }
}
