package org.assistcounter.counter.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.assistcounter.counter.journal.Chains;
import org.assistcounter.counter.journal.JournalFailure;
import org.assistcounter.counter.journal.MemoryJournalStore;
import org.assistcounter.protocol.ask.Answer;
import org.assistcounter.protocol.ask.Question;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.journal.Hash;
import org.assistcounter.protocol.journal.JournalRecord;
import org.assistcounter.protocol.signing.Ed25519;
import org.assistcounter.protocol.sync.Checkpoint;
import org.assistcounter.protocol.sync.CheckpointNote;
import org.assistcounter.protocol.sync.Hello;
import org.assistcounter.protocol.sync.JournalBatch;
import org.assistcounter.protocol.sync.Refusal;
import org.assistcounter.protocol.sync.SyncAnswer;
import org.assistcounter.protocol.sync.Topics;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The link's whole dialogue with a fleet played by hand. */
@Timeout(60)
class FleetLinkTest {
    private static final String ORIGIN = "fleet.example";
    private static final Ed25519 CHECKPOINT_KEY = key(1);
    private static final Ed25519 ANSWER_KEY = key(2);
    private static final CounterId ANOTHER = new CounterId("f".repeat(32));
    private static final List<JournalRecord> RECORDS = Chains.beats(100);

    private final List<byte[]> disk =
            new ArrayList<>(RECORDS.stream().map(JournalRecord::bytes).toList());
    private final PlayedFleet fleet = new PlayedFleet();
    private final Heard heard = new Heard();
    private final AtomicLong now = new AtomicLong();
    private final BlockingQueue<Throwable> failures = new LinkedBlockingQueue<>();
    private @Nullable ChainHead base;
    private FleetLink link = link(new MemoryJournalStore(disk));

    private FleetLink link(MemoryJournalStore store) {
        return new FleetLink(
                fleet,
                new Peer(
                                Chains.COUNTER,
                                ORIGIN,
                                CHECKPOINT_KEY.publicKey(),
                                ANSWER_KEY.publicKey(),
                                "0.1.0")
                        .goingOnBehind(base),
                store,
                head(100),
                heard,
                now::get);
    }

    @BeforeEach
    void start() {
        link.start(failures::add);
    }

    @AfterEach
    void stop() throws InterruptedException {
        link.stop();
    }

    @Test
    void greetsWithWhereItStandsAndSendsWhatTheFleetWants() throws Exception {
        Hello hello = Hello.decode(fleet.next(Topics.HELLO));
        fleet.say(Topics.SYNC, SyncAnswer.encode(new SyncAnswer.Resume(41)));

        assertThat(hello.headSeq()).isEqualTo(100);
        assertThat(hello.headHash()).isEqualTo(RECORDS.getLast().hash());
        assertThat(hello.checkpointSeq()).isZero();
        assertThat(JournalBatch.decode(fleet.next(Topics.JOURNAL)).records())
                .containsExactlyElementsOf(disk.subList(40, 100));
        assertThat(heard.next()).isEqualTo("reachable true");
    }

    @Test
    void comesBackOverTheTimeThatTheFleetHasSaid() throws Exception {
        fleet.next(Topics.HELLO);
        assertThat(fleet.spread()).isEqualTo(SyncAnswer.SPREAD_UNSAID_MILLIS);
        fleet.say(Topics.SYNC, SyncAnswer.encode(new SyncAnswer.Resume(101, 75_000)));
        assertThat(heard.next()).isEqualTo("reachable true");

        fleet.cut();

        fleet.next(Topics.HELLO);
        assertThat(fleet.spread()).isEqualTo(75_000);
    }

    @Test
    void handsAGoodCheckpointToTheCoreOnce() throws Exception {
        String note = note(Chains.COUNTER, 100, RECORDS.get(99).hash(), CHECKPOINT_KEY);
        resume();

        fleet.say(Topics.CHECKPOINT, note.getBytes(StandardCharsets.UTF_8));
        fleet.say(Topics.CHECKPOINT, note.getBytes(StandardCharsets.UTF_8));
        fleet.say("nonsense", new byte[0]);

        assertThat(heard.next()).isEqualTo("checkpoint 100");
        assertThat(heard.next()).isEqualTo("refused nonsense");
    }

    @Test
    void takesTheCheckpointOfAnEmptyLedgerWithoutAWord() throws Exception {
        resume();

        fleet.say(
                Topics.CHECKPOINT,
                note(Chains.COUNTER, 0, Chains.GENESIS.hash(), CHECKPOINT_KEY)
                        .getBytes(StandardCharsets.UTF_8));
        fleet.say("nonsense", new byte[0]);

        assertThat(heard.next()).isEqualTo("refused nonsense");
    }

    @Test
    void takesTheCheckpointOfTheRecordThatAnotherCardWroteForIt() throws Exception {
        link.stop();
        disk.clear();
        base = head(100);
        link = link(new MemoryJournalStore(disk));
        link.start(failures::add);
        String note = note(Chains.COUNTER, 100, RECORDS.get(99).hash(), CHECKPOINT_KEY);

        fleet.say(Topics.CHECKPOINT, note.getBytes(StandardCharsets.UTF_8));

        assertThat(heard.next()).isEqualTo("checkpoint 100");
    }

    @Test
    void refusesAChangedCheckpoint() throws Exception {
        String note = note(Chains.COUNTER, 90, RECORDS.get(89).hash(), CHECKPOINT_KEY);

        assertRefused(note.replace("\n90\n", "\n91\n"), "the signature is wrong");
    }

    @Test
    void refusesAForgedCheckpoint() throws Exception {
        assertRefused(
                note(Chains.COUNTER, 100, RECORDS.get(99).hash(), ANSWER_KEY),
                "signed with another key");
    }

    @Test
    void refusesTheCheckpointOfAnotherCounter() throws Exception {
        assertRefused(
                note(ANOTHER, 100, RECORDS.get(99).hash(), CHECKPOINT_KEY),
                "a checkpoint of another counter");
    }

    @Test
    void refusesACheckpointOfAnotherRecordThanOurs() throws Exception {
        assertRefused(
                note(Chains.COUNTER, 100, RECORDS.get(98).hash(), CHECKPOINT_KEY),
                "it confirms another record 100 than ours");
    }

    @Test
    void refusesACheckpointBeyondOurJournal() throws Exception {
        assertRefused(
                note(Chains.COUNTER, 101, RECORDS.get(99).hash(), CHECKPOINT_KEY),
                "it confirms record 101, which this journal does not have");
    }

    @Test
    void refusesGarbage() throws Exception {
        assertRefused("garbage", "a checkpoint has a body of 5 lines and a signature");
    }

    @Test
    void handsASignedAnswerToTheCore() throws Exception {
        resume();
        fleet.say(Topics.ANSWER, paid().sign(Chains.COUNTER, ANSWER_KEY));

        assertThat(heard.next()).isEqualTo("answered PAID");
    }

    @Test
    void refusesAnAnswerWithAWrongSignature() throws Exception {
        resume();
        fleet.say(Topics.ANSWER, paid().sign(Chains.COUNTER, CHECKPOINT_KEY));

        assertThat(heard.next()).isEqualTo("refused answer: the signature is wrong");
    }

    @Test
    void refusesAnAnswerSignedForAnotherCounter() throws Exception {
        resume();
        fleet.say(Topics.ANSWER, paid().sign(ANOTHER, ANSWER_KEY));

        assertThat(heard.next()).isEqualTo("refused answer: the signature is wrong");
    }

    @Test
    void sellsNothingAndSendsNothingWhileItsJournalIsNotBelieved() throws Exception {
        resume();
        fleet.next(Topics.JOURNAL);
        fleet.say(Topics.REFUSAL, refusal(100, head(100).hash()).sign(Chains.COUNTER, ANSWER_KEY));

        assertThat(heard.next()).isEqualTo("refused fork: another is known");
        assertThat(heard.next()).isEqualTo("believed false");

        now.addAndGet(600_000);
        fleet.next(Topics.HELLO);
        fleet.say(Topics.SYNC, SyncAnswer.encode(new SyncAnswer.Resume(100)));
        assertThat(heard.next()).isEqualTo("reachable false");
        assertThat(heard.next()).isEqualTo("reachable true");
        for (int seq : List.of(99, 100)) {
            String note = note(Chains.COUNTER, seq, head(seq).hash(), CHECKPOINT_KEY);
            fleet.say(Topics.CHECKPOINT, note.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(heard.next()).isEqualTo("checkpoint 99");
        assertThat(heard.next()).isEqualTo("believed true");
    }

    @Test
    void takesNoRefusalOfARecordThatItsTwinHas() throws Exception {
        resume();
        fleet.say(Topics.REFUSAL, refusal(100, head(99).hash()).sign(Chains.COUNTER, ANSWER_KEY));
        assertThat(heard.next())
                .isEqualTo("refused refusal: it is about another record 100 than ours");

        fleet.say(Topics.REFUSAL, refusal(101, head(100).hash()).sign(Chains.COUNTER, ANSWER_KEY));
        assertThat(heard.next())
                .isEqualTo("refused refusal: it is about another record 101 than ours");
    }

    @Test
    void takesNoRefusalThatTheFleetHasNotSignedForIt() throws Exception {
        resume();
        Refusal refusal = refusal(100, head(100).hash());
        fleet.say(Topics.REFUSAL, refusal.sign(Chains.COUNTER, CHECKPOINT_KEY));
        assertThat(heard.next()).isEqualTo("refused refusal: the signature is wrong");

        fleet.say(Topics.REFUSAL, refusal.sign(ANOTHER, ANSWER_KEY));
        assertThat(heard.next()).isEqualTo("refused refusal: the signature is wrong");
    }

    private static Refusal refusal(long seq, Hash hash) {
        return new Refusal("fork", seq, hash, "another is known");
    }

    @Test
    void isNotReachableWhenAGreetingIsNotAnswered() throws Exception {
        resume();
        fleet.next(Topics.JOURNAL);
        now.addAndGet(15_000);
        fleet.next(Topics.HELLO);

        assertThat(heard.next()).isEqualTo("reachable false");

        now.addAndGet(30_000);
        fleet.next(Topics.HELLO);
        fleet.say(Topics.SYNC, SyncAnswer.encode(new SyncAnswer.Resume(101)));
        assertThat(heard.next()).isEqualTo("reachable true");
    }

    @Test
    void isReachableAndSendsNothingWhileItIsAskedToWait() throws Exception {
        fleet.next(Topics.HELLO);
        fleet.say(Topics.SYNC, SyncAnswer.encode(new SyncAnswer.Wait(60_000)));
        assertThat(heard.next()).isEqualTo("reachable true");

        now.addAndGet(60_000);
        fleet.next(Topics.HELLO);
        fleet.say(Topics.SYNC, SyncAnswer.encode(new SyncAnswer.Resume(1)));
        fleet.next(Topics.JOURNAL);
    }

    @Test
    void greetsAgainOnTheNextConnection() throws Exception {
        resume();
        fleet.cut();

        assertThat(heard.next()).isEqualTo("reachable false");
        fleet.next(Topics.HELLO);
    }

    @Test
    void greetsAgainWhenItHearsOfALossAfterTheNextConnectionIsOpen() throws Exception {
        resume();
        fleet.tellLost();

        assertThat(heard.next()).isEqualTo("reachable false");
        fleet.next(Topics.HELLO);
        fleet.say(Topics.SYNC, SyncAnswer.encode(new SyncAnswer.Resume(100)));
        assertThat(heard.next()).isEqualTo("reachable true");
    }

    @Test
    void sendsNewRecordsAsTheyAreWritten() throws Exception {
        fleet.next(Topics.HELLO);
        fleet.say(Topics.SYNC, SyncAnswer.encode(new SyncAnswer.Resume(101)));
        assertThat(heard.next()).isEqualTo("reachable true");
        JournalRecord next = Chains.beats(101).getLast();
        disk.add(next.bytes());
        link.appended(head(100).after(next));

        assertThat(JournalBatch.decode(fleet.next(Topics.JOURNAL)).records())
                .containsExactly(next.bytes());
    }

    @Test
    void carriesAQuestion() throws Exception {
        Question question = new Question.QueryWallet("0".repeat(26) + "-1");
        fleet.next(Topics.HELLO);
        link.ask(question);

        assertThat(Question.decode(fleet.next(Topics.ASK))).isEqualTo(question);
    }

    @Test
    void asksNothingThatWasAskedWhileTheFleetWasAway() throws Exception {
        Question late = new Question.QueryWallet("0".repeat(26) + "-1");
        Question next = new Question.QueryWallet("0".repeat(26) + "-2");
        resume();
        fleet.goAway();
        assertThat(heard.next()).isEqualTo("reachable false");
        link.ask(late);
        fleet.comeBack();
        fleet.next(Topics.HELLO);
        link.ask(next);

        assertThat(Question.decode(fleet.next(Topics.ASK))).isEqualTo(next);
    }

    @Test
    void sendsTheNewestRecordHoweverManyWereWrittenWhileTheFleetWasAway() throws Exception {
        List<JournalRecord> records = Chains.beats(500);
        resume();
        fleet.goAway();
        assertThat(heard.next()).isEqualTo("reachable false");
        ChainHead grown = head(100);
        for (JournalRecord record : records.subList(100, 500)) {
            disk.add(record.bytes());
            grown = grown.after(record);
            link.appended(grown);
        }
        fleet.comeBack();

        assertThat(Hello.decode(fleet.next(Topics.HELLO)).headSeq()).isEqualTo(500);
        fleet.say(Topics.SYNC, SyncAnswer.encode(new SyncAnswer.Resume(499)));
        assertThat(JournalBatch.decode(fleet.next(Topics.JOURNAL)).records())
                .containsExactly(records.get(498).bytes(), records.get(499).bytes());
    }

    @Test
    void tellsWhenTheJournalCannotBeRead() throws Exception {
        link.stop();
        link =
                link(
                        new MemoryJournalStore(disk) {
                            @Override
                            public List<byte[]> read(long fromSeq, int limit) {
                                throw new JournalFailure("the disk is gone");
                            }
                        });
        link.start(failures::add);
        fleet.next(Topics.HELLO);
        fleet.say(Topics.SYNC, SyncAnswer.encode(new SyncAnswer.Resume(1)));

        assertThat(failures.poll(20, TimeUnit.SECONDS)).hasMessage("the disk is gone");
    }

    /** Greeted, and asked for the last record. */
    private void resume() throws InterruptedException {
        fleet.next(Topics.HELLO);
        fleet.say(Topics.SYNC, SyncAnswer.encode(new SyncAnswer.Resume(100)));
        assertThat(heard.next()).isEqualTo("reachable true");
    }

    private void assertRefused(String note, String reason) throws InterruptedException {
        resume();
        fleet.say(Topics.CHECKPOINT, note.getBytes(StandardCharsets.UTF_8));

        assertThat(heard.next()).isEqualTo("refused checkpoint: " + reason);
    }

    private static Answer paid() {
        return new Answer("0".repeat(26) + "-1", Answer.State.PAID, null, 1_280, "42");
    }

    private static String note(CounterId counter, long seq, Hash hash, Ed25519 key) {
        return CheckpointNote.sign(
                new Checkpoint(
                        ORIGIN, counter, 1, seq, hash, Instant.parse("2026-11-20T10:00:00Z")),
                key);
    }

    private static ChainHead head(int seq) {
        return Chains.GENESIS.after(RECORDS.get(seq - 1));
    }

    private static Ed25519 key(int number) {
        byte[] seed = new byte[Ed25519.KEY_LENGTH];
        seed[0] = (byte) number;
        return new Ed25519(seed);
    }
}
