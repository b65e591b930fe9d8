package org.assistcounter.fleet.database;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.spi.ConnectionFactory;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.assistcounter.fleet.settings.DataDirectory;
import org.assistcounter.fleet.settings.ExternalSettings;
import org.assistcounter.fleet.settings.FleetSettings;
import org.assistcounter.fleet.settings.SettingCheck;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * Starts the database and migrates it before the first connection can be asked for: whoever needs a
 * connection depends on the pool, and the pool is made last. Spring closes in the opposite order,
 * so the database outlives everybody who writes to it.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    private static final int CONNECTIONS_MAX = 24;

    /**
     * What a machine that has vanished had locked is free again after some 11 seconds, and what a
     * process that stands still has locked after a minute; with a shard it is sooner.
     */
    private static final Map<String, String> SESSION =
            Map.of(
                    // No disk has arms any more: a few hundred rows are looked up, not the table
                    // read.
                    "random_page_cost", "1.1",
                    "idle_in_transaction_session_timeout", "60000",
                    "tcp_keepalives_idle", "5",
                    "tcp_keepalives_interval", "2",
                    "tcp_keepalives_count", "3");

    @Bean
    Database database(
            FleetSettings settings,
            ExternalSettings external,
            DataDirectory data,
            SecureRandom random) {
        return settings.hasEmbeddedDatabase()
                ? EmbeddedPostgres.in(data, settings.databasePort(), random)
                : new ExternalPostgres(external(settings.database(), external));
    }

    private static DatabaseAddress external(String url, ExternalSettings external) {
        DatabaseAddress address = DatabaseAddress.parse(url);
        Path file = external.databasePasswordFile();
        return file == null
                ? address
                : address.withPassword(
                        new SettingCheck("assistcounter.").text(file, "database-password-file"));
    }

    @Bean
    ConnectionPool connectionFactory(Database database, Clock clock) {
        database.start();
        if (database instanceof EmbeddedPostgres) {
            Migrations.createDatabase(database.address());
        }
        Migrations.run(database.address());
        Migrations.makeMonths(
                database.address(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        return pool(database.address());
    }

    @Bean
    DatabaseClient databaseClient(ConnectionFactory connections) {
        return DatabaseClient.create(connections);
    }

    @Bean
    ReactiveTransactionManager transactionManager(ConnectionFactory connections) {
        return new R2dbcTransactionManager(connections);
    }

    @Bean
    TransactionalOperator transactionalOperator(ReactiveTransactionManager transactions) {
        return TransactionalOperator.create(transactions);
    }

    private static ConnectionPool pool(DatabaseAddress address) {
        var server =
                PostgresqlConnectionConfiguration.builder()
                        .host(address.host())
                        .port(address.port())
                        .database(address.name())
                        .username(address.user())
                        .password(address.password())
                        .applicationName("fleet-server")
                        .options(SESSION)
                        .connectTimeout(Duration.ofSeconds(3))
                        .build();
        return new ConnectionPool(
                ConnectionPoolConfiguration.builder(new PostgresqlConnectionFactory(server))
                        .initialSize(1)
                        .maxSize(CONNECTIONS_MAX)
                        .maxAcquireTime(Duration.ofSeconds(5))
                        .maxIdleTime(Duration.ofMinutes(30))
                        .acquireRetry(3)
                        .build());
    }
}
