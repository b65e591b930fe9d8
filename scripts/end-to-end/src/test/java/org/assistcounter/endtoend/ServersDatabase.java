package org.assistcounter.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** What no page does is done behind a server's back, in its database. */
final class ServersDatabase {

    private ServersDatabase() {}

    /** How many rows that changed. */
    static int change(int port, Path passwordFile, String sql) {
        String address = "jdbc:postgresql://127.0.0.1:%d/fleet".formatted(port);
        try (Connection connection =
                        DriverManager.getConnection(
                                address, "fleet", Files.readString(passwordFile).strip());
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
