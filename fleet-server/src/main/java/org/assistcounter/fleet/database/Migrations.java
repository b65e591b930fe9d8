package org.assistcounter.fleet.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import org.assistcounter.fleet.settings.StartRefused;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings the tables to what this version of the server expects, before anybody reads them. Forward
 * only: what is in the database was once true and is never undone by a start.
 */
public final class Migrations {

    private static final int CONNECT_RETRIES = 5;

    private Migrations() {}

    /** The embedded server is new at first and has no database of ours yet. */
    static void createDatabase(DatabaseAddress address) {
        DatabaseAddress maintenance = address.withName("postgres");
        try (Connection connection =
                        DriverManager.getConnection(
                                maintenance.jdbcUrl(), address.user(), address.password());
                Statement statement = connection.createStatement()) {
            String known = "select 1 from pg_database where datname = 'fleet'";
            if (!statement.executeQuery(known).next()) {
                statement.execute("create database fleet");
            }
        } catch (SQLException failure) {
            throw unreachable(address, failure);
        }
    }

    /** Refuses in words when it cannot be done now. */
    public static void run(DatabaseAddress address) {
        try {
            Flyway.configure()
                    .dataSource(address.jdbcUrl(), address.user(), address.password())
                    .connectRetries(CONNECT_RETRIES)
                    // Other instances sell meanwhile, and everybody would wait behind us.
                    .initSql("set lock_timeout = '5s'")
                    .locations("classpath:db/migration")
                    .validateMigrationNaming(true)
                    .load()
                    .migrate();
        } catch (FlywayException failure) {
            throw unreachable(address, failure);
        }
    }

    /** Makes the months ahead of the tables that are kept by month. */
    static void makeMonths(DatabaseAddress address, LocalDate today) {
        try (Connection connection =
                        DriverManager.getConnection(
                                address.jdbcUrl(), address.user(), address.password());
                PreparedStatement statement =
                        connection.prepareStatement("select make_months(?, ?)")) {
            statement.setObject(1, today);
            statement.setInt(2, Months.AHEAD);
            statement.execute();
        } catch (SQLException failure) {
            throw unreachable(address, failure);
        }
    }

    private static StartRefused unreachable(DatabaseAddress address, Exception failure) {
        return new StartRefused(
                "The database at " + address + " could not be prepared: " + failure.getMessage(),
                "Check that it runs, that assistcounter.database names it, and that no newer"
                        + " version of the server has used it.",
                failure);
    }
}
