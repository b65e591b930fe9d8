package org.assistcounter.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assistcounter.fleet.FleetServer;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.counters.Counters;
import org.assistcounter.fleet.counters.JournalKey;
import org.assistcounter.fleet.counters.JournalKeys;
import org.assistcounter.fleet.database.Columns;
import org.assistcounter.fleet.enrolment.JournalBase;
import org.assistcounter.fleet.evidence.Evidence;
import org.assistcounter.fleet.link.Uplink;
import org.assistcounter.fleet.link.UplinkHandler;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.ChainHead;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/** The shipped fleet server over its own PostgreSQL in a new directory. */
final class RealFleet implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TENANT = "demonstration";
    private static final String SITE = "xa-metro-demonstration";

    private final ConfigurableApplicationContext context;

    private RealFleet(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static RealFleet start(Path data) {
        return new RealFleet(
                new SpringApplication(FleetServer.class)
                        .run(
                                "--assistcounter.data=" + data,
                                "--assistcounter.http.port=" + freePort(),
                                "--assistcounter.mqtt.port=" + freePort(),
                                "--assistcounter.database-port=" + freePort(),
                                "--assistcounter.demonstration=true",
                                "--assistcounter.demonstration-registry=false"));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes an identity known, as an enrolment does. */
    void enrol(Identity identity) {
        Base64.Encoder base64 = Base64.getEncoder();
        var keys =
                new Counter.Keys(
                        base64.encodeToString(identity.firstKeys().publicKey()),
                        "0",
                        base64.encodeToString(identity.certificate()));
        var place = new Counter.Place(TENANT, SITE, "R-" + identity.id().hex());
        context.getBean(Counters.class).enrol(identity.id(), place, keys).block(PATIENCE);
    }

    /** Comes back when it is done. */
    void arrived(Arrival arrival) {
        switch (arrival) {
            case Message message -> received(message);
            case KeyGiven given -> give(given);
        }
    }

    /** As when a card shows a token for the counter. */
    private void give(KeyGiven given) {
        Counters counters = context.getBean(Counters.class);
        Counter counter = counters.find(given.counter()).blockOptional(PATIENCE).orElseThrow();
        String key = Base64.getEncoder().encodeToString(given.keys().publicKey());
        context.getBean(JournalBase.Keeper.class)
                .close(counter)
                .flatMap(base -> context.getBean(JournalKeys.class).begin(counter, next(base, key)))
                .as(context.getBean(TransactionalOperator.class)::transactional)
                .block(PATIENCE);
        counters.dismiss(given.counter());
    }

    private static JournalKey next(JournalBase base, String key) {
        return new JournalKey(
                base.epoch(), key, "0", "AQ==", base.head().seq() + 1, base.note(), Instant.EPOCH);
    }

    /** As the broker's client hands it on. */
    private void received(Message message) {
        context.getBean(UplinkHandler.class)
                .received(
                        new Uplink(
                                message.counter(),
                                message.suffix(),
                                message.payload(),
                                null,
                                Instant.EPOCH))
                .block(PATIENCE);
    }

    /** What the journals of these counters brought about in the ledger. */
    List<LedgerLine> lines(Collection<CounterId> counters) {
        return context.getBean(DatabaseClient.class)
                .sql(
                        """
                        select coalesce(e.sale, '') as sale, e.reference, p.account, p.unit,
                               p.amount
                          from ledger_entry e join ledger_posting p on p.entry_id = e.id
                         where e.source = 'journal' and e.counter_id = any(:counters)
                        """)
                .bind("counters", words(counters))
                .map(row ->
                        new LedgerLine(
                                Columns.text(row, "sale"),
                                Columns.text(row, "reference"),
                                Columns.text(row, "account"),
                                Columns.text(row, "unit"),
                                Columns.number(row, "amount")))
                .all()
                .collectList()
                .blockOptional(PATIENCE)
                .orElseThrow();
    }

    private static String[] words(Collection<CounterId> counters) {
        return counters.stream().map(CounterId::hex).toArray(String[]::new);
    }

    /** Of each of these counters what was not believed, in order. */
    Map<String, List<String>> refused(Collection<CounterId> counters) {
        Map<String, List<String>> refused = new TreeMap<>();
        context.getBean(DatabaseClient.class)
                .sql(
                        """
                        select counter_id, verdict from ingest_refusal
                         where counter_id = any(:counters)
                         order by id
                        """)
                .bind("counters", words(counters))
                .map(row ->
                        Map.entry(Columns.text(row, "counter_id"), Columns.text(row, "verdict")))
                .all()
                .collectList()
                .blockOptional(PATIENCE)
                .orElseThrow()
                .forEach(refusal ->
                        refused.computeIfAbsent(refusal.getKey(), _ -> new ArrayList<>())
                                .add(refusal.getValue()));
        return refused;
    }

    /** Records that are kept and could not be booked. */
    long parked() {
        return context.getBean(DatabaseClient.class)
                .sql("select count(*) as parked from ingest_suspense")
                .map(row -> Columns.number(row, "parked"))
                .one()
                .blockOptional(PATIENCE)
                .orElseThrow();
    }

    /** Where a counter's journal stands. */
    ChainHead head(CounterId counter) {
        return context.getBean(Evidence.class).head(counter).blockOptional(PATIENCE).orElseThrow();
    }

    @Override
    public void close() {
        context.close();
    }
}
