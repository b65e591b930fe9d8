package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.assistcounter.fleet.operators.Role;
import org.assistcounter.fleet.operators.Tenants;
import org.assistcounter.fleet.settings.BusinessZone;
import org.assistcounter.protocol.journal.Fact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.r2dbc.core.DatabaseClient;

/** Somebody reads in time whose certificate ends, since after it the counter cannot connect. */
@ExtendWith(RunningServer.class)
class CertificatesTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final String MANY =
            """
            insert into counters (counter_id, tenant_id, site_id, label, status,
                   journal_public_key, certificate_serial, enrolment_certificate, enrolled_at,
                   certificate_ends_at)
            select md5('many' || n), tenant_id, site_id, 'CM-' || lpad(n::text, 3, '0'),
                   'enrolled', '', '', '', now(), now() - interval '300 days' + n * interval '1 h'
              from counters, generate_series(1, 51) n
             where label = 'CE-0006'
            """;

    private final RunningServer.Parts server = RunningServer.parts();
    private final DatabaseClient database = server.bean(DatabaseClient.class);
    private final PersonsBrowser technician =
            PersonsBrowser.of(server, "ce-technician", Role.TECHNICIAN);

    @Test
    void aCountersPageSaysWhenItsCertificateEnds() {
        try (var counter = SellingCounter.enrol(server, "CE-0001")) {
            String day = BusinessZone.day(counter.enrolled().end()).toString();

            assertThat(technician.page("/counters/CE-0001?lang=en"))
                    .contains("Certificate ends</dt>", "state-good\">" + day + ", in 397 days");
            assertThat(technician.page("/counters/CE-0001?lang=zh"))
                    .contains("证书到期</dt>", day + "，还有 397 天");
            assertThat(technician.page("/certificates")).doesNotContain("CE-0001");
        }
    }

    @Test
    void listsThoseThatEndWithinThirtyDaysTheNextToEndFirst() {
        ending("CE-0011", DAY.multipliedBy(29).plusHours(1));
        ending("CE-0012", DAY.multipliedBy(2).plusHours(1));
        ending("CE-0013", DAY.negated());
        ending("CE-0014", DAY.multipliedBy(30).plusHours(1));

        String page = technician.page("/certificates?lang=en");

        assertThat(page)
                .containsSubsequence("CE-0013", "state-bad\">ended on", "CE-0012", "CE-0011")
                .contains("in 2 days", "in 29 days", "/counters/CE-0012#renew")
                .doesNotContain("CE-0014");
        assertThat(technician.page("/certificates?lang=zh")).contains("已于", "还有 2 天");
        assertThat(technician.page("/?lang=en"))
                .contains("href=\"/certificates\"", "within 30 days; they need new keys");
        assertThat(technician.page("/?lang=zh")).contains("台柜台的证书在 30 天内到期");
    }

    @Test
    void forgetsACounterThatWasGivenNewKeysOrThatIsRetired() {
        var old = SellingCounter.enrol(server, "CE-0002");
        old.tells(new Fact.Beat());
        ends("CE-0002", DAY);
        ending("CE-0003", DAY);
        assertThat(technician.page("/certificates")).contains("CE-0002", "CE-0003");

        String token =
                technician
                        .answered("/counters/CE-0002", "/renew", "why", "It ends tomorrow")
                        .replaceAll("(?s).*--token ([A-Za-z0-9_-]{20,}).*", "$1");
        new WebCalls(server).enrol(new TestCounter().request(token));
        run("update counters set status = 'retired' where label = 'CE-0003'");

        assertThat(technician.page("/certificates")).doesNotContain("CE-0002", "CE-0003");
    }

    @Test
    void showsNothingOfAnotherTenant() {
        ending("CE-0004", DAY);
        server.bean(Tenants.class).addIfMissing("other", "别家", "Other").block();
        run("update counters set tenant_id = 'other' where label = 'CE-0004'");

        assertThat(technician.page("/certificates")).doesNotContain("CE-0004");
    }

    @Test
    void turnsThePagesOfALongList() {
        ending("CE-0006", DAY);
        run(MANY);
        try {
            assertThat(technician.page("/certificates?lang=en"))
                    .contains("CM-001", "CM-050", "rel=\"next\"")
                    .doesNotContain("CM-051", "rel=\"prev\"");
            assertThat(technician.page("/certificates?page=2&lang=en"))
                    .contains("CM-051", "CE-0006", "rel=\"prev\"")
                    .doesNotContain("CM-050", "rel=\"next\"");
        } finally {
            run("delete from counters where label like 'CM-%'");
        }
    }

    private void ending(String label, Duration in) {
        SellingCounter.enrol(server, label).close();
        ends(label, in);
    }

    private void ends(String label, Duration in) {
        database.sql("update counters set certificate_ends_at = :end where label = :label")
                .bind("end", Instant.now().plus(in))
                .bind("label", label)
                .then()
                .block();
    }

    private void run(String sql) {
        database.sql(sql).then().block();
    }
}
