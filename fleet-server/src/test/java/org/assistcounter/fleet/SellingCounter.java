package org.assistcounter.fleet;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.assistcounter.fleet.enrolment.AnswerKey;
import org.assistcounter.fleet.enrolment.CheckpointKey;
import org.assistcounter.fleet.enrolment.DirectiveKey;
import org.assistcounter.fleet.evidence.FleetLog;
import org.assistcounter.protocol.ask.Answer;
import org.assistcounter.protocol.ask.Question;
import org.assistcounter.protocol.cbor.MalformedCborException;
import org.assistcounter.protocol.desired.DesiredState;
import org.assistcounter.protocol.desired.SignedState;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.journal.ClockReading;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.JournalRecord;
import org.assistcounter.protocol.signing.Ed25519;
import org.assistcounter.protocol.sync.Checkpoint;
import org.assistcounter.protocol.sync.CheckpointNote;
import org.assistcounter.protocol.sync.Hello;
import org.assistcounter.protocol.sync.JournalBatch;
import org.assistcounter.protocol.sync.MalformedNoteException;
import org.assistcounter.protocol.sync.Refusal;
import org.assistcounter.protocol.sync.SyncAnswer;
import org.assistcounter.protocol.sync.Topics;
import org.springframework.r2dbc.core.DatabaseClient;

/** A counter with a journal and nothing else: it seals facts, sends them and reads the answers. */
final class SellingCounter implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 10;

    private final RunningServer.Parts server;
    private final TestCounter.Enrolled enrolled;
    private final Mqtt5BlockingClient client;
    private final Mqtt5BlockingClient.Mqtt5Publishes incoming;
    private ChainHead head;

    SellingCounter(RunningServer.Parts server, TestCounter.Enrolled enrolled, ChainHead head) {
        this(server, enrolled);
        this.head = head;
    }

    private SellingCounter(RunningServer.Parts server, TestCounter.Enrolled enrolled) {
        this.server = server;
        this.enrolled = enrolled;
        this.client = enrolled.connected(server.mqtt());
        this.incoming = client.publishes(MqttGlobalPublishFilter.ALL);
        this.head = ChainHead.genesis(enrolled.id(), enrolled.certificate());
        var _ = client.subscribeWith().topicFilter(enrolled.topic("down/+")).send();
    }

    /** The same counter over a new connection. */
    SellingCounter connectedAgain() {
        return new SellingCounter(server, enrolled, head);
    }

    static SellingCounter enrol(RunningServer.Parts server, String label) {
        return new SellingCounter(server, TestCounter.enrol(server, label));
    }

    /** Waits until the fleet's log has all of its journal; the server's timer may be at it. */
    void isLogged() {
        Eventually.holds(() -> {
            server.bean(FleetLog.class).grow().block();
            return server.bean(DatabaseClient.class)
                    .sql("select 1 from evidence_leaf where counter_id = :id and seq = :seq")
                    .bind("id", id().hex())
                    .bind("seq", head.seq())
                    .fetch()
                    .first()
                    .blockOptional()
                    .isPresent();
        });
    }

    CounterId id() {
        return enrolled.id();
    }

    TestCounter.Enrolled enrolled() {
        return enrolled;
    }

    ChainHead head() {
        return head;
    }

    Mqtt5BlockingClient client() {
        return client;
    }

    /** Writes facts into its journal. */
    List<JournalRecord> writes(Fact... facts) {
        return writes(Arrays.asList(facts));
    }

    List<JournalRecord> writes(List<Fact> facts) {
        List<JournalRecord> records = new ArrayList<>();
        if (head.seq() == 0 && !(facts.getFirst() instanceof Fact.Booted)) {
            records.addAll(writes(new Fact.Booted("0".repeat(32), "test", true)));
        }
        for (Fact fact : facts) {
            long now = server.bean(Clock.class).millis();
            var clock = new ClockReading(1000, now, ClockReading.ClockQuality.FLEET, 20);
            var record = JournalRecord.seal(head, fact, clock, enrolled.card().journalKey());
            records.add(record);
            head = head.after(record);
        }
        return records;
    }

    void sends(List<JournalRecord> records) {
        var bytes = records.stream().map(JournalRecord::bytes).toList();
        publishes(Topics.JOURNAL, new JournalBatch(bytes).encode());
    }

    /** Writes, sends, and waits until the fleet has signed for it. */
    Checkpoint tells(List<Fact> facts) {
        sends(writes(facts));
        return confirmed();
    }

    Checkpoint tells(Fact... facts) {
        return tells(Arrays.asList(facts));
    }

    void greets() {
        publishes(Topics.HELLO, Hello.of(head, 0, "test").encode());
    }

    Answer asks(Question question) {
        publishes(Topics.ASK, Question.encode(question));
        return answer();
    }

    /** The next answer, whose signature is checked as a counter would. */
    Answer answer() {
        byte[] key = server.bean(AnswerKey.class).publicKey();
        try {
            return Answer.open(answered(Topics.ANSWER), id(), key, Ed25519::holds);
        } catch (MalformedCborException wrong) {
            throw new AssertionError(wrong);
        }
    }

    void publishes(String suffix, byte[] payload) {
        client.publishWith()
                .topic(Topics.up(id(), suffix))
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(payload)
                .send();
    }

    /** The next checkpoint, whose signature is checked as a counter would. */
    Checkpoint confirmed() {
        String note = TestCounter.text(answered(Topics.CHECKPOINT));
        byte[] key = server.bean(CheckpointKey.class).publicKey();
        try {
            return CheckpointNote.open(note, server.origin(), key);
        } catch (MalformedNoteException wrong) {
            throw new AssertionError(wrong);
        }
    }

    /** The next word on where to go on. */
    SyncAnswer directed() {
        try {
            return SyncAnswer.decode(answered(Topics.SYNC));
        } catch (MalformedCborException wrong) {
            throw new AssertionError(wrong);
        }
    }

    /** From which record on it is to send, by the next word on where to go on. */
    long resumed() {
        if (directed() instanceof SyncAnswer.Resume resume) {
            return resume.fromSeq();
        }
        throw new AssertionError("it is to wait");
    }

    /** The next word that its journal is not believed, checked as a counter would. */
    Refusal refusal() {
        byte[] key = server.bean(AnswerKey.class).publicKey();
        try {
            return Refusal.open(answered(Topics.REFUSAL), id(), key, Ed25519::holds);
        } catch (MalformedCborException wrong) {
            throw new AssertionError(wrong);
        }
    }

    /** The next state that it shall sell by, whose signature is checked as a counter would. */
    DesiredState wanted() {
        byte[] key = server.bean(DirectiveKey.class).publicKey();
        try {
            return SignedState.open(answered(Topics.DESIRED), id(), key, Ed25519::holds).state();
        } catch (MalformedCborException wrong) {
            throw new AssertionError(wrong);
        }
    }

    private byte[] answered(String suffix) {
        try {
            while (true) {
                var message = incoming.receive(PATIENCE_SECONDS, TimeUnit.SECONDS).orElseThrow();
                if (message.getTopic().toString().equals(Topics.down(id(), suffix))) {
                    return message.getPayloadAsBytes();
                }
            }
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    @Override
    public void close() {
        incoming.close();
        client.disconnect();
    }
}
