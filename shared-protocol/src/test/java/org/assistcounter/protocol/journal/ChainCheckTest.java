package org.assistcounter.protocol.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assistcounter.protocol.signing.Ed25519;
import org.junit.jupiter.api.Test;

class ChainCheckTest {

    private final List<JournalRecord> records =
            Journals.chain(
                    Journals.oneFactOfEachKind().stream()
                            .filter(fact -> !(fact instanceof Fact.EpochBegun))
                            .toList());
    private final ChainCheck check =
            new ChainCheck(
                    Journals.KEY.publicKey(),
                    Ed25519::holds,
                    seq -> seq > records.size() ? null : records.get((int) seq - 1).hash());

    private ChainHead headAfter(int count) {
        return count == 0 ? Journals.GENESIS : Journals.GENESIS.after(records.get(count - 1));
    }

    private Verdict judge(int known, List<byte[]> batch) {
        return check.judge(headAfter(known), batch);
    }

    @Test
    void appendsAChainFromTheBeginning() {
        Verdict verdict = judge(0, Journals.bytes(records));

        assertThat(verdict).isInstanceOf(Verdict.Append.class);
        assertThat(((Verdict.Append) verdict).head()).isEqualTo(headAfter(records.size()));
        assertThat(((Verdict.Append) verdict).head().totals())
                .isEqualTo(new Totals(1280, 1280, 1, 1));
    }

    @Test
    void findsNothingMisplacedInAnHonestChain() {
        assertThat(((Verdict.Append) judge(0, Journals.bytes(records))).misplaced()).isEmpty();
    }

    @Test
    void takesAJournalThatDoesNotBeginWithAStartAndSaysSo() {
        var beats = Journals.chain(List.of(new Fact.Beat(), new Fact.Beat()));

        var verdict = (Verdict.Append) judge(0, Journals.bytes(beats));

        assertThat(verdict.records()).hasSize(2);
        assertThat(verdict.misplaced())
                .isEqualTo(Map.of(1L, "the journal does not begin with a start"));
    }

    @Test
    void takesABootThatNoStartBeganAndSaysSo() {
        ClockReading clock = new ClockReading(1, 1, ClockReading.ClockQuality.NONE, 0);
        var beat =
                JournalRecord.seal(headAfter(2).nextBoot(), new Fact.Beat(), clock, Journals.KEY);

        var verdict = (Verdict.Append) judge(2, List.of(beat.bytes()));

        assertThat(verdict.misplaced()).isEqualTo(Map.of(3L, "a new boot without its start"));
    }

    @Test
    void leavesKnownRecordsOutOfABatchThatOverlaps() {
        Verdict verdict = judge(3, Journals.bytes(records.subList(1, 6)));

        assertThat(((Verdict.Append) verdict).records()).hasSize(3);
    }

    @Test
    void callsAReplayedBatchADuplicate() {
        assertThat(judge(6, Journals.bytes(records.subList(0, 6))))
                .isEqualTo(new Verdict.Duplicate());
    }

    @Test
    void asksForWhatIsMissing() {
        assertThat(judge(2, Journals.bytes(records.subList(4, 6)))).isEqualTo(new Verdict.Gap(3));
    }

    @Test
    void refusesEveryChangedByteOfABatch() {
        List<byte[]> batch = Journals.bytes(records.subList(0, 4));

        for (int record = 0; record < batch.size(); record++) {
            for (int i = 0; i < batch.get(record).length; i++) {
                List<byte[]> changed = new ArrayList<>(batch);
                byte[] bytes = changed.get(record).clone();
                bytes[i] ^= 1;
                changed.set(record, bytes);
                assertThat(judge(0, changed))
                        .as("record %d byte %d", record, i)
                        .isNotInstanceOf(Verdict.Append.class);
            }
        }
    }

    @Test
    void seesAForkWhenAnotherRecordIsCorrectlySignedAtAKnownNumber() {
        JournalRecord other =
                JournalRecord.seal(
                        headAfter(2),
                        new Fact.FaultNoticed("a", "b", "c"),
                        new ClockReading(1, 1, ClockReading.ClockQuality.NONE, 0),
                        Journals.KEY);

        assertThat(judge(5, List.of(other.bytes()))).isInstanceOf(Verdict.Fork.class);
    }

    @Test
    void refusesASignatureByAnotherKey() {
        byte[] seed = new byte[32];
        seed[0] = 1;
        JournalRecord forged =
                JournalRecord.seal(
                        headAfter(2),
                        new Fact.Beat(),
                        new ClockReading(1, 1, ClockReading.ClockQuality.NONE, 0),
                        new Ed25519(seed));

        assertThat(judge(2, List.of(forged.bytes()))).isInstanceOf(Verdict.Damaged.class);
    }

    @Test
    void refusesTotalsThatDoNotFollow() {
        ChainHead lying =
                new ChainHead(
                        Journals.COUNTER,
                        1,
                        0,
                        headAfter(2).seq(),
                        headAfter(2).hash(),
                        new Totals(1, 0, 0, 0));
        JournalRecord record =
                JournalRecord.seal(
                        lying,
                        new Fact.Beat(),
                        new ClockReading(1, 1, ClockReading.ClockQuality.NONE, 0),
                        Journals.KEY);

        assertThat(judge(2, List.of(record.bytes())))
                .isEqualTo(new Verdict.WrongTotals(3, record.hash()));
    }

    @Test
    void refusesARecordOfAnotherCounter() {
        ChainHead other =
                ChainHead.genesis(
                        new org.assistcounter.protocol.identity.CounterId("f".repeat(32)),
                        new byte[0]);
        JournalRecord record =
                JournalRecord.seal(
                        other,
                        new Fact.Beat(),
                        new ClockReading(1, 1, ClockReading.ClockQuality.NONE, 0),
                        Journals.KEY);

        assertThat(judge(0, List.of(record.bytes()))).isInstanceOf(Verdict.Damaged.class);
    }
}
