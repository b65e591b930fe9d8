package org.assistcounter.fleet.ingest;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.counters.Counters;
import org.assistcounter.fleet.evidence.Evidence;
import org.assistcounter.fleet.link.Uplink;
import org.assistcounter.fleet.wallets.Attempts;
import org.assistcounter.protocol.cbor.MalformedCborException;
import org.assistcounter.protocol.journal.ChainCheck;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.journal.Hash;
import org.assistcounter.protocol.journal.JournalRecord;
import org.assistcounter.protocol.journal.MalformedRecordException;
import org.assistcounter.protocol.journal.Verdict;
import org.assistcounter.protocol.signing.Ed25519;
import org.assistcounter.protocol.sync.JournalBatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Takes batches of records: judged, kept and booked in one transaction under the head's lock, and
 * answered after the commit. Only then does the counter's cursor move.
 */
@Component
class JournalDesk {
    private static final Logger LOG = LoggerFactory.getLogger(JournalDesk.class);

    private final Evidence evidence;
    private final Bookings bookings;
    private final Counters counters;
    private final Attempts attempts;
    private final Answers answers;
    private final Refusals refusals;
    private final Transactions transactions;

    JournalDesk(
            Evidence evidence,
            Bookings bookings,
            Counters counters,
            Attempts attempts,
            Answers answers,
            Refusals refusals,
            Transactions transactions) {
        this.evidence = evidence;
        this.bookings = bookings;
        this.counters = counters;
        this.attempts = attempts;
        this.answers = answers;
        this.refusals = refusals;
        this.transactions = transactions;
    }

    /** The transaction, and who is told after it. */
    @Component
    record Transactions(TransactionalOperator operator, Commits commits) {}

    Mono<Void> received(Counter counter, Uplink message) {
        try {
            JournalBatch batch = JournalBatch.decode(message.payload());
            return once(counter, batch, bookings::book)
                    .onErrorResume(
                            Bookings::isOfTheRecords,
                            failure -> once(counter, batch, bookings::bookOneByOne))
                    .flatMap(judged -> answer(counter, judged, message));
        } catch (MalformedCborException e) {
            return refusals.keep(counter, message, "malformed", String.valueOf(e.getMessage()));
        }
    }

    private record Judged(Verdict verdict, ChainHead before) {}

    /** How appended records are booked. */
    private interface Book {
        Mono<Void> all(Counter counter, Verdict.Append appended);
    }

    private Mono<Judged> once(Counter counter, JournalBatch batch, Book book) {
        List<byte[]> records = batch.records();
        return evidence.lock(counter)
                .flatMap(head ->
                        evidence.hashes(counter.id(), seqs(records))
                                .map(known ->
                                        new Judged(judge(counter, head, known, records), head)))
                .flatMap(judged -> keep(counter, judged.verdict(), book).thenReturn(judged))
                .as(transactions.operator()::transactional);
    }

    /** Of the records that can be read; the others are judged to be damaged anyhow. */
    private static List<Long> seqs(List<byte[]> records) {
        List<Long> seqs = new ArrayList<>();
        for (byte[] bytes : records) {
            try {
                seqs.add(JournalRecord.read(bytes).header().seq());
            } catch (MalformedRecordException damaged) {
                LOG.debug("A record cannot be read: {}", damaged.getMessage());
            }
        }
        return seqs;
    }

    private static Verdict judge(
            Counter counter, ChainHead head, Map<Long, Hash> known, List<byte[]> batch) {
        byte[] key = Base64.getDecoder().decode(counter.keys().journalPublicKey());
        return new ChainCheck(key, Ed25519::holds, known::get).judge(head, batch);
    }

    private Mono<Void> keep(Counter counter, Verdict verdict, Book book) {
        return switch (verdict) {
            case Verdict.Append append ->
                    evidence.append(counter, append.records(), append.head())
                            .then(book.all(counter, append))
                            .then(counters.markSeen(counter.id(), append.head().seq()));
            case Verdict.Duplicate _,
                    Verdict.Gap _,
                    Verdict.Fork _,
                    Verdict.Damaged _,
                    Verdict.WrongTotals _ ->
                    Mono.empty();
        };
    }

    private Mono<Void> answer(Counter counter, Judged judged, Uplink message) {
        Ruling ruling = IngestRules.received(judged.before(), judged.verdict());
        return switch (judged.verdict()) {
            case Verdict.Append append -> {
                String tenant = counter.place().tenant();
                transactions.commits().tell(new Commit(counter.id(), tenant, append.head().seq()));
                yield answers.give(counter, message, ruling)
                        .then(Mono.fromRunnable(attempts::wake));
            }
            case Verdict.Duplicate _,
                    Verdict.Gap _,
                    Verdict.Fork _,
                    Verdict.Damaged _,
                    Verdict.WrongTotals _ ->
                    answers.give(counter, message, ruling);
        };
    }
}
