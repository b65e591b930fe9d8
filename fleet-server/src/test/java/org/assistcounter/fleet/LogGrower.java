package org.assistcounter.fleet;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.assistcounter.fleet.enrolment.TreeHeadKey;
import org.assistcounter.fleet.enrolment.authority.DevelopmentKeys;
import org.assistcounter.fleet.evidence.FleetLog;
import org.assistcounter.fleet.evidence.LogSettings;
import org.assistcounter.fleet.evidence.store.LogStore;
import org.assistcounter.fleet.evidence.store.TreeHeadStore;
import org.assistcounter.fleet.settings.FleetSettings;
import org.assistcounter.fleet.settings.Listener;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * A process that lets journals go on and the fleet's log grow behind them without end, and tells
 * each head that it would show, a line each. Made to be killed.
 */
final class LogGrower {
    private static final String GO_ON =
            """
            insert into evidence_head (counter_id, tenant_id, epoch, boot, seq, hash,
                   charged_minor, refunded_minor, dispensed, sales, unchecked_since)
            select lpad(to_hex(i), 32, '0'), 'demonstration', 1, 1, 1,
                   sha256(random()::text::bytea), 0, 0, 0, 0, now()
              from generate_series(1, 20) i
            on conflict (counter_id) do update
               set seq = evidence_head.seq + 1, hash = excluded.hash
            """;

    private LogGrower() {}

    /**
     * @param arguments port of PostgreSQL, name of the database, file with its password, folder of
     *     keys
     */
    public static void main(String[] arguments) throws IOException {
        try (var context =
                open(
                        Integer.parseInt(arguments[0]),
                        arguments[1],
                        Path.of(arguments[2]),
                        Path.of(arguments[3]))) {
            FleetLog log = context.getBean(FleetLog.class);
            while (true) {
                context.getBean(DatabaseClient.class).sql(GO_ON).then().block();
                log.grow().block();
                String head = log.head().blockOptional().orElseThrow().note();
                byte[] line = head.getBytes(StandardCharsets.UTF_8);
                System.out.println(Base64.getEncoder().encodeToString(line));
                System.out.flush();
            }
        }
    }

    /** The log with what it needs, and nothing else of the server. */
    static AnnotationConfigApplicationContext open(
            int port, String database, Path password, Path keys) throws IOException {
        ConnectionPool pool = pool(port, database, Files.readString(password).strip());
        var context = new AnnotationConfigApplicationContext();
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(ConnectionPool.class, () -> pool);
        context.registerBean(DatabaseClient.class, () -> DatabaseClient.create(pool));
        context.registerBean(
                TransactionalOperator.class,
                () -> TransactionalOperator.create(new R2dbcTransactionManager(pool)));
        context.registerBean(FleetSettings.class, LogGrower::settings);
        context.registerBean(
                LogSettings.class, () -> new LogSettings(Duration.ofSeconds(5), List.of(), 1));
        context.registerBean(
                DevelopmentKeys.class,
                () -> DevelopmentKeys.in(keys, new SecureRandom(), Clock.systemUTC().instant()));
        context.register(TreeHeadKey.class, LogStore.class, TreeHeadStore.class, FleetLog.class);
        context.refresh();
        return context;
    }

    private static FleetSettings settings() {
        Listener here = new Listener(null, 8080);
        return new FleetSettings(
                Path.of("none"),
                here,
                here,
                "embedded",
                54_329,
                false,
                URI.create("http://localhost:8080"));
    }

    private static ConnectionPool pool(int port, String database, String password) {
        var server =
                PostgresqlConnectionConfiguration.builder()
                        .host("127.0.0.1")
                        .port(port)
                        .database(database)
                        .username("fleet")
                        .password(password)
                        .build();
        return new ConnectionPool(
                ConnectionPoolConfiguration.builder(new PostgresqlConnectionFactory(server))
                        .maxSize(4)
                        .build());
    }
}
