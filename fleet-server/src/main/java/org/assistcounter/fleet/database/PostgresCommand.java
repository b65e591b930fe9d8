package org.assistcounter.fleet.database;

import java.nio.file.Path;
import org.assistcounter.fleet.settings.DataDirectory;
import org.assistcounter.fleet.settings.SettingsConfiguration;
import org.assistcounter.fleet.settings.StartRefused;

/**
 * Starts the PostgreSQL that we carry, for several servers on one machine, and ends; the database
 * goes on. Started again it goes on with what is in the folder.
 */
public final class PostgresCommand {
    private PostgresCommand() {}

    /** A folder and a port; prints the address, which holds the password. */
    public static void main(String[] arguments) {
        if (arguments.length != 2 || !arguments[1].matches("[0-9]{1,5}")) {
            System.err.println("needs a folder and a port");
            System.exit(2);
        }
        var given = new SettingsConfiguration();
        try (DataDirectory data = DataDirectory.open(Path.of(arguments[0]))) {
            var database =
                    EmbeddedPostgres.in(data, Integer.parseInt(arguments[1]), given.random());
            database.start();
            DatabaseAddress address = database.address();
            Migrations.createDatabase(address);
            System.out.printf(
                    "postgresql://%s:%s@%s%n", address.user(), address.password(), address);
        } catch (StartRefused refused) {
            System.err.println(refused.getMessage() + " " + refused.remedy());
            System.exit(1);
        }
    }
}
