package org.assistcounter.fuzzing;

import java.nio.charset.StandardCharsets;
import org.assistcounter.protocol.ask.Answer;
import org.assistcounter.protocol.ask.Question;
import org.assistcounter.protocol.cbor.Cbor;
import org.assistcounter.protocol.cbor.MalformedCborException;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.ChainCheck;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.JournalRecord;
import org.assistcounter.protocol.journal.MalformedRecordException;
import org.assistcounter.protocol.journal.Verdict;
import org.assistcounter.protocol.signing.Signer;
import org.assistcounter.protocol.sync.Checkpoint;
import org.assistcounter.protocol.sync.CheckpointNote;
import org.assistcounter.protocol.sync.Hello;
import org.assistcounter.protocol.sync.JournalBatch;
import org.assistcounter.protocol.sync.MalformedNoteException;
import org.assistcounter.protocol.sync.Refusal;
import org.assistcounter.protocol.sync.SyncAnswer;

/** What a counter and the fleet send each other, and what is read back from a disk. */
final class ProtocolBorders {
    private static final CounterId COUNTER = new CounterId("000102030405060708090a0b0c0d0e0f");
    private static final ChainHead GENESIS = ChainHead.genesis(COUNTER, new byte[] {1, 2, 3});
    private static final Signer ZEROS = new ZeroSigner();

    private ProtocolBorders() {}

    /** What is read encodes to the very same bytes. */
    static void cbor(byte[] bytes) {
        try {
            Require.sameBytes(Cbor.encode(Cbor.decode(bytes)), bytes, "CBOR has one encoding");
        } catch (MalformedCborException refused) {
            Require.that(refused.getMessage() != null, "a reason is given");
        }
    }

    /** A record is its bytes; a fact that was read is written so that it is read the same. */
    static void record(byte[] bytes) {
        try {
            JournalRecord record = JournalRecord.read(bytes);
            Require.sameBytes(record.bytes(), bytes, "a record is its bytes");
            Fact fact = record.fact();
            JournalRecord again = JournalRecord.seal(GENESIS, fact, record.header().clock(), ZEROS);
            Require.same(again.fact(), fact, "a fact is read as it was written");
        } catch (MalformedRecordException | MalformedCborException refused) {
            Require.that(refused.getMessage() != null, "a reason is given");
        }
    }

    /** A batch encodes to the same bytes, and its judgement is one of the verdicts. */
    static void batch(byte[] bytes) {
        try {
            JournalBatch batch = JournalBatch.decode(bytes);
            Require.same(
                    JournalBatch.decode(batch.encode()).records().size(),
                    batch.records().size(),
                    "a batch is read as it was written");
            ChainCheck check = new ChainCheck(ZEROS.publicKey(), (_, _, _) -> true, _ -> null);
            if (check.judge(GENESIS, batch.records()) instanceof Verdict.Append append) {
                Require.same(
                        append.head().seq(),
                        (long) append.records().size(),
                        "an appended batch has no gap");
            }
        } catch (MalformedCborException refused) {
            Require.that(refused.getMessage() != null, "a reason is given");
        }
    }

    static void hello(byte[] bytes) {
        try {
            Hello hello = Hello.decode(bytes);
            Require.same(Hello.decode(hello.encode()), hello, "a hello is read as written");
        } catch (MalformedCborException refused) {
            Require.that(refused.getMessage() != null, "a reason is given");
        }
    }

    static void syncAnswer(byte[] bytes) {
        try {
            SyncAnswer answer = SyncAnswer.decode(bytes);
            Require.same(
                    SyncAnswer.decode(SyncAnswer.encode(answer)),
                    answer,
                    "an answer is as written");
        } catch (MalformedCborException refused) {
            Require.that(refused.getMessage() != null, "a reason is given");
        }
    }

    static void question(byte[] bytes) {
        try {
            Question question = Question.decode(bytes);
            Require.same(
                    Question.decode(Question.encode(question)),
                    question,
                    "a question is as written");
            Require.that(
                    Question.attemptOfUnknownCode(bytes).isEmpty(),
                    "a question that is one is not");
        } catch (MalformedCborException refused) {
            Question.attemptOfUnknownCode(bytes)
                    .ifPresent(attempt -> Require.that(!attempt.isEmpty(), "it has an attempt"));
        }
    }

    /** With a signature that always holds, so that what is signed is read too. */
    static void answer(byte[] bytes) {
        try {
            Answer answer = Answer.open(bytes, COUNTER, ZEROS.publicKey(), (_, _, _) -> true);
            Answer again =
                    Answer.open(
                            answer.sign(COUNTER, ZEROS),
                            COUNTER,
                            ZEROS.publicKey(),
                            (_, _, _) -> true);
            Require.same(again, answer, "an answer is as written");
        } catch (MalformedCborException refused) {
            Require.that(refused.getMessage() != null, "a reason is given");
        }
    }

    /** With a signature that always holds, too. */
    static void refusal(byte[] bytes) {
        try {
            Refusal refusal = Refusal.open(bytes, COUNTER, ZEROS.publicKey(), (_, _, _) -> true);
            Refusal again =
                    Refusal.open(
                            refusal.sign(COUNTER, ZEROS),
                            COUNTER,
                            ZEROS.publicKey(),
                            (_, _, _) -> true);
            Require.same(again, refusal, "a refusal is as written");
        } catch (MalformedCborException refused) {
            Require.that(refused.getMessage() != null, "a reason is given");
        }
    }

    /** Nobody but the owner of the key makes a note that is believed. */
    static void checkpoint(byte[] bytes) {
        String note = new String(bytes, StandardCharsets.UTF_8);
        try {
            Checkpoint checkpoint = CheckpointNote.open(note, Notes.ORIGIN, Notes.KEY.publicKey());
            Require.same(
                    CheckpointNote.sign(checkpoint, Notes.KEY), note, "a note is as it was signed");
        } catch (MalformedNoteException refused) {
            Require.that(refused.getMessage() != null, "a reason is given");
        }
    }

    /** Signs with nothing: the properties here are of forms. */
    private static final class ZeroSigner implements Signer {
        @Override
        public byte[] sign(byte[] message) {
            return new byte[64];
        }

        @Override
        public byte[] publicKey() {
            return new byte[32];
        }
    }
}
