package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.assistcounter.fleet.dashboards.Front;
import org.assistcounter.fleet.dashboards.FrontReader;
import org.assistcounter.fleet.dashboards.Rows;
import org.assistcounter.fleet.link.Connected;
import org.assistcounter.protocol.identity.CounterId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.r2dbc.core.DatabaseClient;

/** What the first page shows of a fleet that is larger than a page. */
@ExtendWith(RunningServer.class)
class FrontTest {
    private static final String LARGE = "large";
    private static final String DARK = "dark";
    private static final int LATE = 130;

    private final RunningServer.Parts server = RunningServer.parts();

    /**
     * Of the large one two are silent, 130 late, one was never heard of, and 120 were heard of a
     * minute ago; the dark one has lost 250 of its counters.
     */
    @BeforeAll
    static void standThere() {
        for (String tenant : List.of(LARGE, DARK)) {
            execute("insert into tenants values ('%1$s', '大', 'Large', now())".formatted(tenant));
            execute(
                    """
                    insert into sites values ('%1$s-1', '%1$s', 'metro-station', '站', 'Station',
                                              '610102', 2024, 'Asia/Urumqi', now())
                    """
                            .formatted(tenant));
        }
        add(LARGE, "SILENT", "active", 2, "interval '9 hours'");
        add(LARGE, "LATE", "active", LATE, "interval '5 hours'");
        add(LARGE, "NEVER", "enrolled", 1, "null::interval");
        add(LARGE, "A", "active", 120, "interval '1 minute'");
        add(LARGE, "GONE", "suspended", 5, "interval '9 hours'");
        add(DARK, "DARK", "active", 250, "interval '5 hours'");
        add(DARK, "LIGHT", "active", 1, "interval '1 minute'");
    }

    private static void add(String tenant, String label, String status, int count, String ago) {
        execute(
                """
                insert into counters (counter_id, tenant_id, site_id, label, status,
                                      journal_public_key, certificate_serial,
                                      enrolment_certificate, enrolled_at, last_seen_at,
                                      certificate_ends_at)
                select md5('%2$s' || n), '%1$s', '%1$s-1', '%2$s-' || lpad(n::text, 4, '0'),
                       '%3$s', '', '', '', now(), now() - %5$s,
                       now() + case '%2$s' when 'A' then 9 else 90 end * interval '1 day'
                  from generate_series(1, %4$d) n
                """
                        .formatted(tenant, label, status, count, ago));
    }

    private static void execute(String sql) {
        RunningServer.parts().bean(DatabaseClient.class).sql(sql).then().block();
    }

    private Front front(String tenant) {
        return Objects.requireNonNull(
                server.bean(FrontReader.class).read(tenant, Locale.ENGLISH).block());
    }

    /** The last line says how many there are that are not shown. */
    private static int more(Front front) {
        return Integer.parseInt(front.tasks().getLast().about().what().replaceAll(" more.*", ""));
    }

    private static List<String> labels(Front front) {
        return front.counters().stream().map(Rows.Line::label).toList();
    }

    @Test
    void showsAPageOfCountersThoseThatNeedSomebodyFirst() {
        List<String> labels = labels(front(LARGE));

        assertThat(labels).hasSize(200).startsWith("SILENT-0001", "SILENT-0002", "LATE-0001");
        assertThat(labels.get(2 + LATE)).isEqualTo("NEVER-0001");
        assertThat(labels.subList(3 + LATE, 200)).startsWith("A-0001").isSorted();
        assertThat(front(LARGE).figures().counters()).isEqualTo("0 / 253");
    }

    @Test
    void saysWhatItDoesNotShowOfWhatIsToBeDone() {
        List<Rows.Task> tasks = front(LARGE).tasks();

        assertThat(tasks).hasSize(101);
        assertThat(tasks).extracting(Rows.Task::link).contains("/counters/SILENT-0001");
        // 132 are not heard of, and one line stands for all certificates that end. What nobody's
        // counter sent is a task of everybody's.
        assertThat(more(front(LARGE))).isBetween(33, 35);
        assertThat(more(front(DARK))).isBetween(150, 152);
    }

    @Test
    void needsNobodyForALateOneThatHasAConnectionAfterAll() {
        int before = more(front(LARGE));
        CounterId late = id("LATE-0001");
        connected(
                late,
                () -> {
                    assertThat(front(LARGE).figures().counters()).isEqualTo("1 / 253");
                    assertThat(labels(front(LARGE)).subList(0, 2 + LATE))
                            .doesNotContain("LATE-0001");
                    assertThat(more(front(LARGE))).isEqualTo(before - 1);
                });
        assertThat(front(LARGE).figures().counters()).isEqualTo("0 / 253");
    }

    @Test
    void showsWhoHasJustLostItsConnectionBeforeThoseThatWereOnlyHeardOf() {
        List<CounterId> all = IntStream.rangeClosed(1, 120).mapToObj(FrontTest::idOfA).toList();
        assertThat(labels(front(LARGE))).doesNotContain("A-0120");

        Connected connected = server.bean(Connected.class);
        all.forEach(id -> connected.came(id, this));
        connected.went(all.getLast(), this);
        try {
            assertThat(labels(front(LARGE)).get(3 + LATE)).isEqualTo("A-0120");
        } finally {
            all.forEach(id -> connected.went(id, this));
        }
    }

    @Test
    void countsNoneThatMayNotConnect() {
        connected(
                id("GONE-0001"),
                () -> assertThat(front(LARGE).figures().counters()).isEqualTo("0 / 253"));
    }

    private void connected(CounterId counter, Runnable meanwhile) {
        Connected connected = server.bean(Connected.class);
        connected.came(counter, this);
        try {
            meanwhile.run();
        } finally {
            connected.went(counter, this);
        }
    }

    private static CounterId idOfA(int number) {
        return id("A-%04d".formatted(number));
    }

    private static CounterId id(String label) {
        return new CounterId(
                Objects.requireNonNull(
                        RunningServer.parts()
                                .bean(DatabaseClient.class)
                                .sql("select counter_id from counters where label = :label")
                                .bind("label", label)
                                .mapValue(String.class)
                                .one()
                                .block()));
    }
}
