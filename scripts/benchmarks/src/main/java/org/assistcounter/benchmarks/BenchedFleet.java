package org.assistcounter.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assistcounter.fleet.FleetServer;
import org.assistcounter.fleet.catalogue.Catalogue;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.counters.Counters;
import org.assistcounter.fleet.database.Database;
import org.assistcounter.fleet.database.DatabaseAddress;
import org.assistcounter.fleet.link.Uplink;
import org.assistcounter.fleet.link.UplinkHandler;
import org.assistcounter.fleet.signatures.SignatureProgress;
import org.assistcounter.fleet.signatures.Signatures;
import org.assistcounter.protocol.journal.PaymentWay;
import org.assistcounter.protocol.sync.Topics;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.core.publisher.Mono;

/** The shipped fleet server in this process, over its own PostgreSQL that syncs each commit. */
final class BenchedFleet implements AutoCloseable {
    static final String TENANT = "demonstration";
    static final String SITE = "xa-metro-demonstration";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ConfigurableApplicationContext context;
    private final UplinkHandler handler;

    private BenchedFleet(ConfigurableApplicationContext context) {
        this.context = context;
        this.handler = context.getBean(UplinkHandler.class);
    }

    static BenchedFleet start(Path data) {
        return start(data, false);
    }

    /** With the registry of a province in it. */
    static BenchedFleet startWithRegistry(Path data) {
        return start(data, true);
    }

    private static BenchedFleet start(Path data, boolean hasRegistry) {
        return new BenchedFleet(
                new SpringApplication(FleetServer.class)
                        .run(
                                "--spring.main.banner-mode=off",
                                "--logging.level.root=WARN",
                                "--assistcounter.data=" + data,
                                "--assistcounter.http.port=" + freePort(),
                                "--assistcounter.mqtt.port=" + freePort(),
                                "--assistcounter.database-port=" + freePort(),
                                "--assistcounter.demonstration=true",
                                "--assistcounter.demonstration-registry=" + hasRegistry));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where its pages are. */
    URI address() {
        String port = context.getEnvironment().getRequiredProperty("assistcounter.http.port");
        return URI.create("http://localhost:" + port);
    }

    /** What may be on a shelf. */
    List<String> products() {
        return context.getBean(Catalogue.class).goods().stream()
                .map(good -> good.product().code())
                .toList();
    }

    Connection connection() throws SQLException {
        DatabaseAddress address = context.getBean(Database.class).address();
        String url =
                "jdbc:postgresql://" + address.host() + ":" + address.port() + "/" + address.name();
        return DriverManager.getConnection(url, address.user(), address.password());
    }

    /** Makes counters known, and to the wallets what their shoppers had ordered. */
    void expect(List<BacklogJournal> journals) throws SQLException {
        Counters counters = context.getBean(Counters.class);
        for (BacklogJournal journal : journals) {
            Counter counter = journal.counter();
            counters.enrol(counter.id(), counter.place(), counter.keys()).block(PATIENCE);
        }
        try (Connection connection = connection()) {
            connection.setAutoCommit(false);
            addOrders(connection, journals);
            connection.commit();
        }
    }

    private static void addOrders(Connection connection, List<BacklogJournal> journals)
            throws SQLException {
        String attempts =
                """
                insert into wallets_attempt (attempt, tenant_id, counter_id, amount_minor, currency,
                       state, wallet, code, ordered_at, asked_at, paid_minor)
                values (?, 'demonstration', ?, ?, 'CNY', ?, 'sandbox', '', now(), now(), ?)
                """;
        String orders =
                """
                insert into wallets_sandbox_order (attempt, token, amount_minor, currency,
                       description, state, ordered_at, paid_at)
                values (?, ?, ?, 'CNY', '', 'paid', now(), now())
                """;
        try (PreparedStatement attempt = connection.prepareStatement(attempts);
                PreparedStatement order = connection.prepareStatement(orders)) {
            for (BacklogJournal journal : journals) {
                add(attempt, order, journal);
            }
            attempt.executeBatch();
            order.executeBatch();
        }
    }

    private static void add(
            PreparedStatement attempt, PreparedStatement order, BacklogJournal journal)
            throws SQLException {
        for (BacklogSale sale : journal.sales()) {
            if (sale.way() == PaymentWay.WALLET) {
                add(attempt, order, journal.counter(), sale);
            }
        }
    }

    private static void add(
            PreparedStatement attempt, PreparedStatement order, Counter counter, BacklogSale sale)
            throws SQLException {
        boolean isPaid = sale.ending() != BacklogSale.Ending.GIVEN_UP;
        attempt.setString(1, sale.id().attempt(1));
        attempt.setString(2, counter.id().hex());
        attempt.setLong(3, sale.total());
        attempt.setString(4, isPaid ? "paid" : "closed");
        attempt.setLong(5, isPaid ? sale.total() : 0);
        attempt.addBatch();
        if (sale.ending() == BacklogSale.Ending.JAMMED) {
            order.setString(1, sale.id().attempt(1));
            order.setString(2, sale.id().text());
            order.setLong(3, sale.total());
            order.addBatch();
        }
    }

    /** Takes a batch as the broker's client hands it on; done when it is answered. */
    Mono<Void> received(BacklogJournal journal, byte[] batch) {
        return Mono.defer(() ->
                handler.received(
                        new Uplink(
                                journal.counter().id(),
                                Topics.JOURNAL,
                                batch,
                                null,
                                Instant.EPOCH)));
    }

    /** How many signatures wait to be looked at. */
    long signatureDebt() {
        return context.getBean(Signatures.class)
                .progress()
                .map(SignatureProgress::debt)
                .blockOptional(PATIENCE)
                .orElseThrow();
    }

    @Override
    public void close() {
        context.close();
    }
}
