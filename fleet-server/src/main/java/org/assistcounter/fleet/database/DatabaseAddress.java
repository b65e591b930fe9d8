package org.assistcounter.fleet.database;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Where the database listens, and the account we use there. */
public record DatabaseAddress(String host, int port, String name, String user, String password) {

    private static final int DEFAULT_PORT = 5432;

    /** Reads `postgresql://user:password@host:port/name`. */
    static DatabaseAddress parse(String url) {
        URI uri = URI.create(url);
        String userInfo = uri.getRawUserInfo();
        String path = uri.getPath();
        if (uri.getHost() == null || userInfo == null || path == null || path.length() < 2) {
            throw new IllegalArgumentException(
                    "assistcounter.database needs a user, a host and a database name, such as"
                            + " postgresql://user:password@host:5432/fleet.");
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

    /** Without the password, since this ends up in logs. */
    @Override
    public String toString() {
        return host + ":" + port + "/" + name;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
