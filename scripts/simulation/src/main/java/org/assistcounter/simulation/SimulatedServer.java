package org.assistcounter.simulation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assistcounter.fleet.ingest.Admission;
import org.assistcounter.fleet.ingest.IngestRules;
import org.assistcounter.fleet.ingest.Ruling;
import org.assistcounter.oracles.WorldFact;
import org.assistcounter.oracles.WorldFact.Finding;
import org.assistcounter.protocol.ask.Question;
import org.assistcounter.protocol.cbor.MalformedCborException;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.journal.Verdict;
import org.assistcounter.protocol.signing.Signer;
import org.assistcounter.protocol.sync.Checkpoint;
import org.assistcounter.protocol.sync.CheckpointNote;
import org.assistcounter.protocol.sync.Hello;
import org.assistcounter.protocol.sync.JournalBatch;
import org.assistcounter.protocol.sync.Refusal;
import org.assistcounter.protocol.sync.SyncAnswer;
import org.assistcounter.protocol.sync.Topics;
import org.assistcounter.simulation.Surroundings.Keys;

/**
 * The fleet's process over memory tables: the shipped rules of ingest and ledger. Fault model: it
 * dies before a commit, when nothing has happened, or after it, when nobody is told.
 */
final class SimulatedServer implements SimulatedNetwork.Fleet {
    static final String ORIGIN = "fleet.example";

    /** So few that counters which were away for an hour have to wait for each other. */
    private static final long RECORDS_PER_SECOND = 5;

    private final Map<CounterId, Identity> identities = new LinkedHashMap<>();
    private final Signer signer;
    private final FleetFaults faults;
    private final Traffic traffic;
    private final Admission admission = new Admission(RECORDS_PER_SECOND);

    SimulatedServer(Signer signer, FleetFaults faults, Traffic traffic) {
        this.signer = signer;
        this.faults = faults;
        this.traffic = traffic;
    }

    void enrol(Identity identity) {
        identities.put(identity.id(), identity);
    }

    @Override
    public void received(SimulatedNetwork network, Message message) {
        if (faults.strikes(FleetFault.CRASH_BEFORE_COMMIT)) {
            network.fleetDies();
            return;
        }
        Identity identity = identities.get(message.counter());
        if (identity == null) {
            throw new Violation("a message of a counter that nobody enrolled");
        }
        traffic.arrived(message);
        try {
            switch (message.suffix()) {
                case Topics.HELLO -> greeted(network, identity, message);
                case Topics.JOURNAL -> told(network, identity, message);
                case Topics.ASK -> asked(network, identity, message);
                default -> throw new Violation("a message on topic " + message.suffix());
            }
        } catch (MalformedCborException e) {
            throw new Violation("a message cannot be read: " + e.getMessage());
        }
    }

    /** Gives a counter's place to another key, behind all that is committed. */
    CardKeys.Base give(SimulatedNetwork network, Identity identity, Keys next) {
        ChainHead head = identity.fleet().head();
        identity.fleet().giveTo(next.publicKey());
        identity.witness().accept(new WorldFact.FleetSigned(head.seq(), head.hash()));
        traffic.given(new KeyGiven(identity.id(), next));
        String note = new String(checkpoint(network, head), StandardCharsets.UTF_8);
        return new CardKeys.Base(identity.fleet().keyEpoch(), head, note);
    }

    private void greeted(SimulatedNetwork network, Identity identity, Message message)
            throws MalformedCborException {
        ChainHead head = identity.fleet().head();
        Hello hello = Hello.decode(message.payload());
        Ruling ruling =
                admission.ruled(
                        IngestRules.greeted(
                                head, identity.fleet().keyEpoch(), hello, identity.fleet()::hash),
                        hello,
                        network.nowMillis());
        identity.witness().greeted(hello, finding(ruling));
        answer(network, identity, ruling);
    }

    private void told(SimulatedNetwork network, Identity identity, Message message)
            throws MalformedCborException {
        ChainHead before = identity.fleet().head();
        JournalBatch batch = JournalBatch.decode(message.payload());
        Verdict verdict = identity.fleet().judged(batch.records());
        Ruling ruling = IngestRules.received(before, verdict);
        identity.witness().told(batch.records(), verdict, finding(ruling));
        answer(network, identity, ruling);
    }

    /** What the fleet calls a message, on its page of what it refused. */
    private static Finding finding(Ruling ruling) {
        return switch (ruling) {
            case Ruling.Confirmed _, Ruling.Resumed _, Ruling.Postponed _, Ruling.Wanted _ ->
                    Finding.IN_ORDER;
            case Ruling.Disbelieved(Ruling.Disbelief why, String _, Refusal _) ->
                    switch (why) {
                        case FORK, ROLLBACK -> Finding.COPY;
                        case DAMAGED, WRONG_TOTALS -> Finding.DAMAGED;
                    };
        };
    }

    private void asked(SimulatedNetwork network, Identity identity, Message message)
            throws MalformedCborException {
        Question question = Question.decode(message.payload());
        if (question instanceof Question.CloseWallet
                && identity.faults().strikes(Fault.PAID_LATE)) {
            identity.wallet().pay(question.attempt());
        }
        network.down(
                identity.id(),
                Topics.ANSWER,
                identity.wallet().answer(question).sign(identity.id(), signer));
    }

    /** After the commit. */
    private void answer(SimulatedNetwork network, Identity identity, Ruling ruling) {
        if (ruling instanceof Ruling.Disbelieved disbelieved) {
            traffic.refused(identity.id(), disbelieved.why());
        }
        if (ruling instanceof Ruling.Postponed) {
            traffic.postponed();
        }
        if (faults.strikes(FleetFault.CRASH_AFTER_COMMIT)) {
            network.fleetDies();
            return;
        }
        for (Ruling.Word word : ruling.words()) {
            switch (word) {
                case Ruling.Word.Checkpoint(ChainHead head) -> {
                    identity.witness().accept(new WorldFact.FleetSigned(head.seq(), head.hash()));
                    network.down(identity.id(), Topics.CHECKPOINT, checkpoint(network, head));
                }
                case Ruling.Word.Sync(SyncAnswer said) ->
                        network.down(identity.id(), Topics.SYNC, SyncAnswer.encode(said));
                case Ruling.Word.Refused(Refusal refusal) ->
                        network.down(
                                identity.id(), Topics.REFUSAL, refusal.sign(identity.id(), signer));
            }
        }
    }

    private byte[] checkpoint(SimulatedNetwork network, ChainHead head) {
        Checkpoint checkpoint =
                new Checkpoint(
                        ORIGIN,
                        head.counter(),
                        head.epoch(),
                        head.seq(),
                        head.hash(),
                        Instant.ofEpochMilli(SimulatedClock.START_MILLIS + network.nowMillis()));
        return CheckpointNote.sign(checkpoint, signer).getBytes(StandardCharsets.UTF_8);
    }
}
