package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.assistcounter.fleet.database.Columns;
import org.assistcounter.fleet.database.DatabaseAddress;
import org.assistcounter.fleet.database.Migrations;
import org.assistcounter.fleet.evidence.FleetLog;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.Hash;
import org.assistcounter.protocol.sync.MalformedNoteException;
import org.assistcounter.protocol.transparency.Frontier;
import org.assistcounter.protocol.transparency.HeadLeaf;
import org.assistcounter.protocol.transparency.Proofs;
import org.assistcounter.protocol.transparency.SignedNote;
import org.assistcounter.protocol.transparency.Tile;
import org.assistcounter.protocol.transparency.TreeHead;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;

/** The log is what was committed, at whatever moment the process that lets it grow is killed. */
@ExtendWith(RunningServer.class)
@Tag("slow")
class KilledLogTest {
    private static final int KILLS = 5;
    private static final int LIFE_MILLIS_MAX = 300;
    private static final int STOP_SECONDS_MAX = 10;
    private static final String DATABASE = "killed_log";

    @TempDir private Path keys = Path.of("");

    private final RunningServer.Parts server = RunningServer.parts();
    private final Path password = server.data().resolve("postgresql/password");
    private final List<String> shown = new ArrayList<>();

    @BeforeEach
    void makeADatabase() throws IOException, SQLException {
        String word = Files.readString(password).strip();
        String url = "jdbc:postgresql://127.0.0.1:" + server.pg() + "/postgres";
        try (Connection connection = DriverManager.getConnection(url, "fleet", word);
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + DATABASE);
        }
        Migrations.run(new DatabaseAddress("127.0.0.1", server.pg(), DATABASE, "fleet", word));
    }

    @Test
    void noHeadThatWasShownAndNoLeafUnderItIsLostByKillsAtRandomMoments() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < KILLS; i++) {
            growUntilKilled(random.nextInt(LIFE_MILLIS_MAX));
        }

        try (var context = LogGrower.open(server.pg(), DATABASE, password, keys)) {
            FleetLog log = context.getBean(FleetLog.class);
            log.grow().block();
            List<HeadLeaf> leaves = leaves(context);
            Map<Long, Hash> roots = roots(leaves);
            TreeHead newest = head(log, log.head().blockOptional().orElseThrow());
            assertThat(newest.size()).as("seed %d", seed).isEqualTo(leaves.size());
            assertThat(leaves).doesNotHaveDuplicates();
            assertThat(shown).hasSizeGreaterThanOrEqualTo(KILLS);
            for (String each : shown) {
                TreeHead head = head(log, SignedNote.parse(each));
                assertThat(roots.get(head.size())).as("seed %d", seed).isEqualTo(head.root());
                List<Hash> proof =
                        log.consistency(head.size(), newest.size()).blockOptional().orElseThrow();
                assertThat(
                                Proofs.isConsistent(
                                        head.size(),
                                        head.root(),
                                        newest.size(),
                                        newest.root(),
                                        proof))
                        .as("seed %d, size %d", seed, head.size())
                        .isTrue();
            }
            assertThat(unlogged(context)).isZero();
        }
    }

    private static TreeHead head(FleetLog log, SignedNote note) throws MalformedNoteException {
        return TreeHead.open(note, log.key());
    }

    private void growUntilKilled(int millis) throws Exception {
        Path said = Files.createTempFile(keys, "said", ".log");
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path", ""),
                                LogGrower.class.getName(),
                                Integer.toString(server.pg()),
                                DATABASE,
                                password.toString(),
                                keys.toString())
                        .redirectError(keys.resolve("errors.log").toFile())
                        .redirectOutput(said.toFile())
                        .start();
        Eventually.holds(() -> !process.isAlive() || said.toFile().length() > 0);
        Thread.sleep(millis);
        assertThat(process.destroyForcibly().waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
        Files.readAllLines(said).forEach(this::show);
    }

    /** The kill may have cut the last line. */
    private void show(String line) {
        try {
            String note = new String(Base64.getDecoder().decode(line), StandardCharsets.UTF_8);
            SignedNote.parse(note);
            shown.add(note);
        } catch (IllegalArgumentException | MalformedNoteException cut) {
            assertThat(shown).isNotEmpty();
        }
    }

    private static List<HeadLeaf> leaves(ConfigurableApplicationContext context) {
        return context.getBean(DatabaseClient.class)
                .sql("select counter_id, epoch, seq, hash from evidence_leaf order by leaf_index")
                .map(row ->
                        new HeadLeaf(
                                new CounterId(Columns.text(row, "counter_id")),
                                Columns.number(row, "epoch"),
                                Columns.number(row, "seq"),
                                new Hash(Columns.required(row, "hash", byte[].class))))
                .all()
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    /** The root of each beginning, worked out from the leaves alone. */
    private static Map<Long, Hash> roots(List<HeadLeaf> leaves) {
        Map<Long, Hash> roots = new HashMap<>();
        Tile.Book book = new Tile.Book(Map.of());
        Frontier frontier = Frontier.of(0, book);
        for (HeadLeaf leaf : leaves) {
            frontier.append(leaf.merkle(), book::put);
            roots.put(frontier.size(), frontier.root());
        }
        return roots;
    }

    /** Journals whose newest head has no leaf, or an older one with another hash. */
    private static long unlogged(ConfigurableApplicationContext context) {
        return context.getBean(DatabaseClient.class)
                .sql(
                        """
                        select count(*) from evidence_head h
                          left join evidence_leaf l
                            on l.counter_id = h.counter_id and l.seq = h.seq and l.hash = h.hash
                         where l.leaf_index is null
                        """)
                .mapValue(Long.class)
                .one()
                .blockOptional()
                .orElseThrow();
    }
}
