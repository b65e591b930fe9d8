package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
    private static final String TENANT = "large";
    private static final int LATE = 130;

    private final RunningServer.Parts server = RunningServer.parts();

    /** Two are silent, 130 late, one was never heard of, and 120 were heard of a minute ago. */
    @BeforeAll
    static void standsThere() {
        execute("insert into tenants values ('large', '大', 'Large', now())");
        execute(
                """
                insert into sites values ('large-1', 'large', 'metro-station', '站', 'Station',
                                          '610102', 2024, 'Asia/Urumqi', now())
                """);
        add("SILENT", "active", "generate_series(1, 2)", "interval '9 hours'");
        add("LATE", "active", "generate_series(1, " + LATE + ")", "interval '5 hours'");
        add("NEVER", "enrolled", "generate_series(1, 1)", "null::interval");
        add("A", "active", "generate_series(1, 120)", "interval '1 minute'");
        add("GONE", "suspended", "generate_series(1, 5)", "interval '9 hours'");
    }

    private static void add(String label, String status, String numbers, String ago) {
        execute(
                """
                insert into counters (counter_id, tenant_id, site_id, label, status,
                                      journal_public_key, certificate_serial,
                                      enrolment_certificate, enrolled_at, last_seen_at,
                                      certificate_ends_at)
                select md5('%1$s' || n), 'large', 'large-1', '%1$s-' || lpad(n::text, 4, '0'),
                       '%2$s', '', '', '', now(), now() - %4$s,
                       now() + case '%1$s' when 'A' then 9 else 90 end * interval '1 day'
                  from %3$s n
                """
                        .formatted(label, status, numbers, ago));
    }

    private static void execute(String sql) {
        RunningServer.parts().bean(DatabaseClient.class).sql(sql).then().block();
    }

    private Front front() {
        return Objects.requireNonNull(
                server.bean(FrontReader.class).read(TENANT, Locale.ENGLISH).block());
    }

    private static List<String> labels(Front front) {
        return front.counters().stream().map(Rows.Line::label).toList();
    }

    @Test
    void showsAPageOfCountersThoseThatNeedSomebodyFirst() {
        List<String> labels = labels(front());

        assertThat(labels).hasSize(200).startsWith("SILENT-0001", "SILENT-0002", "LATE-0001");
        assertThat(labels.get(2 + LATE)).isEqualTo("NEVER-0001");
        assertThat(labels.subList(3 + LATE, 200)).startsWith("A-0001").isSorted();
        assertThat(front().figures().counters()).isEqualTo("0 / 253");
    }

    @Test
    void saysWhatItDoesNotShowOfWhatIsToBeDone() {
        List<Rows.Task> tasks = front().tasks();

        assertThat(tasks).hasSize(101);
        assertThat(tasks.getFirst().link()).isEqualTo("/counters/SILENT-0001");
        assertThat(tasks.getFirst().about().where()).contains("SILENT-0001", "Station");
        // 132 are not heard of, and one line stands for all certificates that end.
        assertThat(tasks.getLast().about().what()).startsWith("33 more");
    }

    @Test
    void needsNobodyForALateOneThatHasAConnectionAfterAll() {
        Connected connected = server.bean(Connected.class);
        CounterId late = id("LATE-0001");
        connected.came(late, this);
        try {
            assertThat(front().figures().counters()).isEqualTo("1 / 253");
            assertThat(labels(front()).getLast()).isEqualTo("LATE-0001");
            assertThat(front().tasks().getLast().about().what()).startsWith("32 more");
        } finally {
            connected.went(late, this);
        }
        assertThat(front().figures().counters()).isEqualTo("0 / 253");
    }

    private CounterId id(String label) {
        return new CounterId(
                Objects.requireNonNull(
                        server.bean(DatabaseClient.class)
                                .sql("select counter_id from counters where label = :label")
                                .bind("label", label)
                                .mapValue(String.class)
                                .one()
                                .block()));
    }
}
