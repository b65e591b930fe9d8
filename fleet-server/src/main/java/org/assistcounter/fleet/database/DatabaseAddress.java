package org.assistcounter.fleet.database;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.assistcounter.fleet.settings.StartRefused;

/** Where the database listens, and the account we use there. */
public record DatabaseAddress(String host, int port, String name, String user, String password) {

    private static final int DEFAULT_PORT = 5432;

    /** Reads `postgresql://user:password@host:port/name`; a refusal never shows the password. */
    public static DatabaseAddress parse(String url) {
        try {
            return of(new URI(url));
        } catch (URISyntaxException | IllegalArgumentException malformed) {
            throw refused();
        }
    }

    private static StartRefused refused() {
        return new StartRefused(
                "assistcounter.database is no address of a database.",
                "Name a user, a host and a database, such as"
                        + " postgresql://user:password@host:5432/fleet.");
    }

    private static DatabaseAddress of(URI uri) {
        String userInfo = uri.getRawUserInfo();
        String path = uri.getPath();
        if (uri.getHost() == null || userInfo == null || path == null || path.length() < 2) {
            throw refused();
        }
        String[] account = userInfo.split(":", 2);
        return new DatabaseAddress(
                uri.getHost(),
                uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort(),
                path.substring(1),
                decoded(account[0]),
                account.length < 2 ? "" : decoded(account[1]));
    }

    /** The address for JDBC, which only migrations use. */
    String jdbcUrl() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + name;
    }

    /** The same server and account, another database. */
    DatabaseAddress withName(String other) {
        return new DatabaseAddress(host, port, other, user, password);
    }

    /** The same account with this password. */
    DatabaseAddress withPassword(String secret) {
        return new DatabaseAddress(host, port, name, user, secret);
    }

    /** Without the password, since this ends up in logs. */
    @Override
    public String toString() {
        return host + ":" + port + "/" + name;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
