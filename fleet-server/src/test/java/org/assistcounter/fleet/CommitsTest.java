package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.assistcounter.fleet.database.Broadcasts;
import org.assistcounter.fleet.database.BroadcastsForTests;
import org.assistcounter.fleet.ingest.Commit;
import org.assistcounter.fleet.ingest.Commits;
import org.assistcounter.fleet.ingest.IngestForTests;
import org.assistcounter.protocol.identity.CounterId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.Disposable;

/** What pages of one instance hear of the commits of another, over the database they share. */
@ExtendWith(RunningServer.class)
class CommitsTest {
    private static final String SHARED = "postgresql://fleet@localhost/fleet";
    private static final CounterId COUNTER = new CounterId("0e".repeat(16));

    private final RunningServer.Parts server = RunningServer.parts();
    private final Commits first = instance("1", SHARED);
    private final Commits second = instance("2", SHARED);
    private final List<Commit> heardByFirst = new CopyOnWriteArrayList<>();
    private final List<Commit> heardBySecond = new CopyOnWriteArrayList<>();
    private final List<Disposable> listening =
            List.of(
                    first.heard().subscribe(heardByFirst::add),
                    second.heard().subscribe(heardBySecond::add));

    private Commits instance(String name, String database) {
        Broadcasts broadcasts = BroadcastsForTests.of(server.context(), database);
        return IngestForTests.commits(broadcasts, name);
    }

    @AfterEach
    void close() {
        listening.forEach(Disposable::dispose);
        first.destroy();
        second.destroy();
    }

    private static Commit commit(String tenant, long seq) {
        return new Commit(COUNTER, tenant, seq);
    }

    /** Until both listen: what is said before that is not heard. */
    private void awaitListening() {
        Eventually.holds(() -> {
            IngestForTests.tell(first, commit("listening", 1));
            IngestForTests.tell(second, commit("listening", 2));
            return heard(heardBySecond, commit("listening", 1))
                    && heard(heardByFirst, commit("listening", 2));
        });
    }

    private static boolean heard(List<Commit> heard, Commit commit) {
        return heard.stream().anyMatch(Predicate.isEqual(commit));
    }

    @Test
    void aCommitIsHeardByTheOtherInstanceAndOnceByItsOwn() {
        awaitListening();

        IngestForTests.tell(first, commit("metro", 7));
        Eventually.holds(() -> heard(heardBySecond, commit("metro", 7)));
        // What comes behind it has been heard, so a second word of it would have been.
        IngestForTests.tell(second, commit("behind", 8));
        Eventually.holds(() -> heard(heardByFirst, commit("behind", 8)));

        assertThat(heardByFirst.stream().filter(Predicate.isEqual(commit("metro", 7)))).hasSize(1);
    }

    @Test
    void ofManyCommitsAFewAreToldAndTheNewestOfEachTenantIsAmongThem() {
        awaitListening();
        heardBySecond.clear();

        for (int seq = 1; seq <= 2_000; seq++) {
            IngestForTests.tell(first, commit("metro", seq));
            IngestForTests.tell(first, commit("campus", seq));
        }

        Eventually.holds(() ->
                heard(heardBySecond, commit("metro", 2_000))
                        && heard(heardBySecond, commit("campus", 2_000)));
        assertThat(heardBySecond).hasSizeLessThan(400);
    }

    @Test
    void nonsenseOnTheChannelIsPassedOver() {
        awaitListening();

        for (String words : List.of("", "nonsense", "9 0e 7 metro", "9 " + COUNTER + " x metro")) {
            server.bean(DatabaseClient.class)
                    .sql("select pg_notify('fleet', :words)")
                    .bind("words", words)
                    .then()
                    .block();
        }
        IngestForTests.tell(first, commit("metro", 9));

        Eventually.holds(() -> heard(heardBySecond, commit("metro", 9)));
    }

    @Test
    void aConnectionThatIsLostIsMadeAgain() {
        awaitListening();
        server.bean(DatabaseClient.class)
                .sql(
                        """
                        select count(pg_terminate_backend(pid)) from pg_stat_activity
                         where query = 'listen fleet'
                        """)
                .then()
                .block();
        heardByFirst.clear();
        heardBySecond.clear();

        awaitListening();
    }

    @Test
    void aServerWithItsOwnDatabaseTellsNobody() {
        awaitListening();
        Commits alone = instance("3", "embedded");
        List<Commit> own = new CopyOnWriteArrayList<>();
        Disposable hearing = alone.heard().subscribe(own::add);

        IngestForTests.tell(alone, commit("alone", 1));
        IngestForTests.tell(first, commit("metro", 10));
        Eventually.holds(() -> heard(heardBySecond, commit("metro", 10)));

        assertThat(own).containsExactly(commit("alone", 1));
        assertThat(heard(heardBySecond, commit("alone", 1))).isFalse();
        hearing.dispose();
        alone.destroy();
    }
}
