package org.assistcounter.fleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.counters.CounterStatus;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.journal.ClockReading;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.JournalRecord;
import org.assistcounter.protocol.journal.MalformedRecordException;
import org.assistcounter.protocol.journal.Verdict;
import org.assistcounter.protocol.signing.Ed25519;
import org.assistcounter.protocol.sync.JournalBatch;
import org.junit.jupiter.api.Test;

/** Batches of one counter in one group are judged as if each had been committed before the next. */
class GroupJudgeTest {
    private static final CounterId ID = new CounterId("a".repeat(32));
    private static final byte[] CERTIFICATE = {1, 2, 3};
    private static final Ed25519 KEY = new Ed25519(new byte[Ed25519.KEY_LENGTH]);
    private static final ChainHead GENESIS = ChainHead.genesis(ID, CERTIFICATE);

    private final List<JournalRecord> records = records(4);
    private final GroupJudge judge = new GroupJudge(Map.of(ID, GENESIS), Map.of());

    @Test
    void judgesTheSecondBatchAgainstWhatTheFirstLeft() {
        Judged first = judge.judge(batch(0, 2));
        Judged second = judge.judge(batch(2, 4));

        assertThat(first.before()).isEqualTo(GENESIS);
        assertThat(second.verdict()).isInstanceOf(Verdict.Append.class);
        assertThat(second.before().seq()).isEqualTo(2);
        assertThat(judge.appended())
                .singleElement()
                .satisfies(appended -> {
                    assertThat(appended.before()).isEqualTo(GENESIS);
                    assertThat(appended.after().seq()).isEqualTo(4);
                    assertThat(appended.records()).hasSize(4);
                });
    }

    @Test
    void takesBatchesForSignedOnlyWhereEachIs() throws MalformedRecordException {
        byte[] bytes = records.getFirst().bytes();
        bytes[bytes.length - 1] ^= 1;
        JournalRecord wrong = JournalRecord.read(bytes);
        JournalRecord behind = sealed(GENESIS.after(wrong), new Fact.Beat());
        ChainHead head = GENESIS.after(wrong).after(behind);

        judge.judge(arrived(List.of(wrong, behind)));
        assertThat(judge.appended().getFirst().isSigned()).isFalse();
        judge.judge(arrived(List.of(sealed(head, new Fact.Beat()))));

        assertThat(judge.appended().getFirst().after().seq()).isEqualTo(3);
        assertThat(judge.appended().getFirst().isSigned()).isFalse();
    }

    @Test
    void looksAtAllSignaturesOfASmallBatchAndOfNoLargeOne() {
        assertThat(batch(0, 4).isSigned()).isTrue();
        assertThat(arrived(records(8)).isSigned()).isTrue();
        assertThat(arrived(records(9)).isSigned()).isFalse();
    }

    @Test
    void knowsADuplicateOfABatchOfTheSameGroup() {
        judge.judge(batch(0, 3));

        assertThat(judge.judge(batch(1, 3)).verdict()).isEqualTo(new Verdict.Duplicate());
        assertThat(judge.judge(batch(2, 4)).verdict())
                .isInstanceOfSatisfying(
                        Verdict.Append.class, append -> assertThat(append.records()).hasSize(1));
    }

    @Test
    void findsTheForkOfABatchOfTheSameGroup() {
        judge.judge(batch(0, 2));
        ChainHead first = GENESIS.after(records.getFirst());
        JournalRecord other = sealed(first, new Fact.FaultNoticed("s", "w", "d"));

        Judged forked = judge.judge(arrived(List.of(records.getFirst(), other)));

        assertThat(forked.verdict()).isInstanceOf(Verdict.Fork.class);
        assertThat(judge.appended().getFirst().after().seq()).isEqualTo(2);
    }

    @Test
    void leavesTheHeadWhereItIsForABatchThatIsNotBelieved() {
        assertThat(judge.judge(batch(1, 2)).verdict()).isEqualTo(new Verdict.Gap(1));
        assertThat(judge.judge(batch(2, 4)).verdict()).isEqualTo(new Verdict.Gap(1));
        assertThat(judge.appended()).isEmpty();
    }

    @Test
    void asksOnlyForTheHashesOfRecordsThatAreKnown() {
        ChainHead head = GENESIS.after(records.getFirst()).after(records.get(1));

        assertThat(GroupJudge.asked(List.of(batch(1, 4)), Map.of(ID, head)).get(ID))
                .containsExactly(2L);
        assertThat(GroupJudge.asked(List.of(batch(2, 4)), Map.of(ID, head))).isEmpty();
    }

    private Arrived batch(int from, int to) {
        return arrived(records.subList(from, to));
    }

    private static Arrived arrived(List<JournalRecord> records) {
        return Arrived.of(
                counter(), new JournalBatch(records.stream().map(JournalRecord::bytes).toList()));
    }

    private static List<JournalRecord> records(int count) {
        List<JournalRecord> records = new ArrayList<>();
        ChainHead head = GENESIS;
        for (int i = 0; i < count; i++) {
            Fact fact = i == 0 ? new Fact.Booted("0".repeat(32), "test", true) : new Fact.Beat();
            JournalRecord record = sealed(head, fact);
            records.add(record);
            head = head.after(record);
        }
        return records;
    }

    private static JournalRecord sealed(ChainHead head, Fact fact) {
        var clock = new ClockReading(1, 1_790_000_000_000L, ClockReading.ClockQuality.FLEET, 1);
        return JournalRecord.seal(head, fact, clock, KEY);
    }

    private static Counter counter() {
        Base64.Encoder base64 = Base64.getEncoder();
        return new Counter(
                ID,
                new Counter.Place("t", "s", "l"),
                CounterStatus.ACTIVE,
                new Counter.Keys(
                        base64.encodeToString(KEY.publicKey()),
                        "0",
                        base64.encodeToString(CERTIFICATE)),
                Instant.EPOCH,
                null,
                0);
    }
}
