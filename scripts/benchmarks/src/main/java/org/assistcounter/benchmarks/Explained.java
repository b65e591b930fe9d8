package org.assistcounter.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the database needs for the queries of some work, by its own word: PostgreSQL explains each
 * of them into its log as it runs it. So the queries are those that are run, and no copies.
 */
final class Explained {
    private static final Pattern QUERY =
            Pattern.compile("duration: ([0-9.]+) ms  plan:\\s+Query Text: (.*?)\\R\\t[^\\t]", 32);
    private static final int SHOWN = 4;
    private static final int TEXT_MAX = 110;
    private static final int SETTLE_MILLIS = 300;

    private final Connection connection;
    private final Path log;

    /**
     * @param data the server's data directory
     */
    Explained(Connection connection, Path data) {
        this.connection = connection;
        this.log = data.resolve("postgresql").resolve("postgresql.log");
    }

    /** Lets sessions that begin from now on explain when they are told to. */
    static void load(Connection connection) throws SQLException {
        set(connection, "session_preload_libraries = 'auto_explain'");
        set(connection, "auto_explain.log_min_duration = -1");
        set(connection, "auto_explain.log_analyze = on");
        set(connection, "auto_explain.log_timing = off");
    }

    private static void set(Connection connection, String setting) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("load 'auto_explain'");
            statement.execute("alter system set " + setting);
            statement.execute("select pg_reload_conf()");
        }
    }

    /** Something that asks the database. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException, InterruptedException;
    }

    /** One statement, and how long it took. */
    private record Query(double millis, String text) {}

    /** The time of all its queries together; the slowest are shown. */
    double millis(Work work, PrintStream people)
            throws SQLException, IOException, InterruptedException {
        set(connection, "auto_explain.log_min_duration = 0");
        Thread.sleep(SETTLE_MILLIS);
        long from = log.toFile().length();
        work.run();
        Thread.sleep(SETTLE_MILLIS);
        List<Query> all = new ArrayList<>(queries(from));
        set(connection, "auto_explain.log_min_duration = -1");
        Thread.sleep(SETTLE_MILLIS);
        all.sort(Comparator.comparingDouble(Query::millis).reversed());
        for (Query query : all.subList(0, Math.min(SHOWN, all.size()))) {
            people.printf(Locale.ROOT, "  %9.3f ms  %s%n", query.millis(), query.text());
        }
        return all.stream().mapToDouble(Query::millis).sum();
    }

    private List<Query> queries(long from) throws IOException {
        byte[] bytes;
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            bytes = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(bytes);
        }
        Matcher found = QUERY.matcher(new String(bytes, StandardCharsets.UTF_8));
        List<Query> all = new ArrayList<>();
        while (found.find()) {
            String text = found.group(2).replaceAll("\\s+", " ");
            all.add(
                    new Query(
                            Double.parseDouble(found.group(1)),
                            text.substring(0, Math.min(TEXT_MAX, text.length()))));
        }
        if (all.isEmpty()) {
            throw new IllegalStateException("the database has explained nothing");
        }
        return all;
    }
}
