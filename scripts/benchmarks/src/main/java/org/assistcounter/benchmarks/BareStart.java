package org.assistcounter.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** The least that a program does which keeps a SQLite file and listens on a port. */
final class BareStart {
    private BareStart() {}

    /** Writes one line when it is ready and ends. */
    public static void main(String[] arguments) throws IOException, SQLException {
        Path file = Path.of(arguments[0]);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ServerSocket port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            statement.execute("CREATE TABLE IF NOT EXISTS bare (seq INTEGER PRIMARY KEY)");
            System.out.println("ready at " + port.getLocalPort());
        }
    }
}
