package org.assistcounter.fleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.journal.Hash;
import org.assistcounter.protocol.journal.Totals;
import org.assistcounter.protocol.journal.Verdict;
import org.assistcounter.protocol.sync.Hello;
import org.assistcounter.protocol.sync.Refusal;
import org.assistcounter.protocol.sync.SyncAnswer;
import org.junit.jupiter.api.Test;

class IngestRulesTest {
    private static final CounterId COUNTER = new CounterId("a".repeat(32));
    private static final ChainHead HEAD = new ChainHead(COUNTER, 1, 4, 20, hash(20), Totals.ZERO);
    private static final Map<Long, Hash> KNOWN = Map.of(12L, hash(12));

    @Test
    void goesOnAfterTheNewestRecordThatIsKnown() {
        for (Hello hello : List.of(hello(20, hash(20)), hello(31, hash(31)))) {
            Ruling ruling = IngestRules.greeted(HEAD, 1, hello, KNOWN::get);

            assertThat(ruling.words())
                    .containsExactly(
                            new Ruling.Word.Checkpoint(HEAD),
                            new Ruling.Word.Sync(new SyncAnswer.Resume(21)));
        }
    }

    @Test
    void begins() {
        ChainHead genesis = ChainHead.genesis(COUNTER, new byte[] {1});

        assertThat(IngestRules.greeted(genesis, 1, hello(3, hash(3)), KNOWN::get).words())
                .containsExactly(new Ruling.Word.Sync(new SyncAnswer.Resume(1)));
    }

    @Test
    void takesAGreetingThatComesLateForNoRollback() {
        assertThat(IngestRules.greeted(HEAD, 1, hello(12, hash(12)), KNOWN::get))
                .isEqualTo(new Ruling.Resumed(HEAD));
    }

    @Test
    void namesAJournalThatIsShorterThanItWas() {
        for (Hello hello : List.of(hello(12, hash(99)), hello(11, hash(11)))) {
            Ruling ruling = IngestRules.greeted(HEAD, 1, hello, KNOWN::get);

            assertThat(ruling)
                    .isInstanceOfSatisfying(
                            Ruling.Disbelieved.class,
                            r -> assertThat(r.why()).isEqualTo(Ruling.Disbelief.ROLLBACK));
            assertThat(ruling.words()).hasSize(1);
        }
    }

    @Test
    void namesAJournalThatEndsInAnotherRecord() {
        assertThat(IngestRules.greeted(HEAD, 1, hello(20, hash(99)), KNOWN::get))
                .isInstanceOfSatisfying(
                        Ruling.Disbelieved.class,
                        r -> assertThat(r.why().word()).isEqualTo("fork"));
    }

    @Test
    void takesWhatAReplacedCardSaysForNobodysWord() {
        for (Hello hello : List.of(hello(20, hash(99)), hello(11, hash(11)), hello(20, hash(20)))) {
            Ruling ruling = IngestRules.greeted(HEAD, 2, hello, KNOWN::get);

            assertThat(ruling)
                    .isInstanceOfSatisfying(
                            Ruling.Disbelieved.class,
                            r -> assertThat(r.why()).isEqualTo(Ruling.Disbelief.DAMAGED));
            assertThat(ruling.words()).isEmpty();
        }
    }

    @Test
    void signsAgainForABatchThatCameTwice() {
        assertThat(IngestRules.received(HEAD, new Verdict.Duplicate()))
                .isEqualTo(new Ruling.Confirmed(HEAD));
    }

    @Test
    void asksForWhatIsMissing() {
        assertThat(IngestRules.received(HEAD, new Verdict.Gap(21)).words())
                .containsExactly(new Ruling.Word.Sync(new SyncAnswer.Resume(21)));
    }

    @Test
    void saysNothingAboutABatchThatMayNotBeTheCountersOwn() {
        Ruling ruling = IngestRules.received(HEAD, new Verdict.Damaged(21, "torn"));

        assertThat(ruling).isInstanceOf(Ruling.Disbelieved.class);
        assertThat(ruling.words()).isEmpty();
    }

    @Test
    void namesTheRecordThatIsNotBelieved() {
        Ruling ruling = IngestRules.received(HEAD, new Verdict.WrongTotals(21, hash(21)));

        assertThat(ruling.words())
                .containsExactly(
                        new Ruling.Word.Refused(
                                new Refusal("wrong-totals", 21, hash(21), "record 21")));
    }

    private static Hello hello(long seq, Hash hash) {
        return new Hello(1, 4, seq, hash, 0, "test");
    }

    private static Hash hash(int number) {
        byte[] bytes = new byte[Hash.LENGTH];
        bytes[0] = (byte) number;
        return new Hash(bytes);
    }
}
