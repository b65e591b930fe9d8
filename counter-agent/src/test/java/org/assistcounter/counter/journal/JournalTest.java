package org.assistcounter.counter.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.assistcounter.protocol.cbor.MalformedCborException;
import org.assistcounter.protocol.journal.ChainCheck;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.JournalRecord;
import org.assistcounter.protocol.journal.MalformedRecordException;
import org.assistcounter.protocol.journal.PaymentWay;
import org.assistcounter.protocol.journal.Verdict;
import org.assistcounter.protocol.signing.Ed25519;
import org.junit.jupiter.api.Test;

/** Sealing and appending, and the fleet's checkpoint beside ordinary facts. */
class JournalTest {
    private static final Fact BEAT = new Fact.Beat();

    private final List<byte[]> disk = new ArrayList<>();
    private final Journal journal =
            new Journal(new MemoryJournalStore(disk), Chains.KEY, Chains.CLOCK, Chains.GENESIS);

    @Test
    void writesAChainThatTheFleetAccepts() {
        journal.nextBoot();
        journal.append(Chains.cutWhileTurning());
        journal.append(List.of(BEAT));

        ChainCheck check = new ChainCheck(Chains.KEY.publicKey(), Ed25519::holds, _ -> null);
        assertThat(check.judge(Chains.GENESIS, disk))
                .isInstanceOfSatisfying(
                        Verdict.Append.class,
                        append -> assertThat(append.head()).isEqualTo(journal.head()));
    }

    @Test
    void writesNothingForNothing() {
        journal.append(List.of());

        assertThat(disk).isEmpty();
        assertThat(journal.head()).isEqualTo(Chains.GENESIS);
    }

    @Test
    void writesNothingThatItCouldNotReadBack() {
        Fact impossible = new Fact.PaymentRequested(Chains.SALE, 1, PaymentWay.CARD, -1);

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> journal.append(List.of(BEAT, impossible)));
        assertThat(disk).isEmpty();
        assertThat(journal.head()).isEqualTo(Chains.GENESIS);
    }

    @Test
    void neverWritesACheckpointByItself() {
        journal.remember("note");
        journal.append(List.of());

        assertThat(disk).isEmpty();
    }

    @Test
    void writesACheckpointOnceBesideTheNextFacts() throws Exception {
        journal.remember("older");
        journal.remember("newer");
        journal.append(List.of(BEAT));
        journal.append(List.of(BEAT));

        assertThat(facts()).containsExactly(BEAT, new Fact.CheckpointSeen("newer"), BEAT);
    }

    @Test
    void keepsACheckpointWhenTheDiskFails() {
        FailingOnce store = new FailingOnce(disk);
        Journal failing = new Journal(store, Chains.KEY, Chains.CLOCK, Chains.GENESIS);
        failing.remember("note");

        assertThatExceptionOfType(JournalFailure.class)
                .isThrownBy(() -> failing.append(List.of(BEAT)));
        assertThat(failing.head()).isEqualTo(Chains.GENESIS);

        failing.append(List.of(BEAT));
        assertThat(disk).hasSize(2);
    }

    @Test
    void raisesTheBootAtEachStart() throws Exception {
        journal.nextBoot();
        journal.append(List.of(BEAT));
        journal.nextBoot();
        journal.append(List.of(BEAT));

        assertThat(JournalRecord.read(disk.get(0)).header().boot()).isEqualTo(1);
        assertThat(JournalRecord.read(disk.get(1)).header().boot()).isEqualTo(2);
    }

    private List<Fact> facts() throws MalformedRecordException, MalformedCborException {
        List<Fact> facts = new ArrayList<>();
        for (byte[] bytes : disk) {
            facts.add(JournalRecord.read(bytes).fact());
        }
        return facts;
    }

    /** A store whose disk is full the first time. */
    private static final class FailingOnce implements JournalStore {
        private final MemoryJournalStore store;
        private boolean failed;

        FailingOnce(List<byte[]> disk) {
            store = new MemoryJournalStore(disk);
        }

        @Override
        public void append(List<JournalRecord> records) {
            if (!failed) {
                failed = true;
                throw new JournalFailure("the disk is full");
            }
            store.append(records);
        }

        @Override
        public List<byte[]> read(long fromSeq, int limit) {
            return store.read(fromSeq, limit);
        }

        @Override
        public void forEach(Consumer<byte[]> consumer) {
            store.forEach(consumer);
        }

        @Override
        public long newestSeq() {
            return store.newestSeq();
        }

        @Override
        public void close() {}
    }
}
